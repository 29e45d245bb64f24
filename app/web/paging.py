"""Lists in pages: which rows to read, and the links to the other pages.

A page number beyond the last gives the last page: rows may be gone since the link was made.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

MOST_PAGES = 100            # an OFFSET reads all that it skips; a filter finds what is further back


@dataclass(frozen=True)
class Paging:
    """One page of a list. total: how many rows there are, or more_than where that many were counted and not all.

    name: the field of the query that chooses the page.
    """

    path: str
    query: dict
    page: int
    pages: int
    size: int
    total: int
    more: bool
    name: str = 'page'

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.page - 1) * self.size

    def link(self, page: int) -> str:
        """The link to another page of the same list."""
        kept = {name: value for name, value in self.query.items() if name not in (self.name, 'done') and value}
        return f'{self.path}?{urlencode({**kept, self.name: page})}'


def count_limit(size: int) -> int:
    """How far counting is worth while: one more than the pages hold."""
    return size * MOST_PAGES + 1


def of(path: str, query: dict, total: int, size: int = 50) -> Paging:
    """The page that the query asks for with page=…; the nearest one where there is no such page.

    total: the rows counted, up to count_limit(size).
    """
    more = total >= count_limit(size)
    total = min(total, size * MOST_PAGES)
    pages = max(1, -(-total // size))
    return Paging(path, query, min(_asked(query, 'page'), pages), pages, size, total, more)


def uncounted(path: str, query: dict, read, size: int = 50, name: str = 'page') -> tuple[Paging, list]:
    """The page that the query asks for, and its rows, of a list that nobody counts; the last page where it is empty.

    read(limit, offset) gives rows. One row more than a page holds tells whether there is a next page: pages is then
    one more than page. An empty page is answered by halving the way back: at most eight reads.
    """
    def rows_of(number):
        return read(size + 1, (number - 1) * size)

    page = min(_asked(query, name), MOST_PAGES)
    rows = rows_of(page)
    if not rows and page > 1:
        page = _last_with_rows(rows_of, page)
        rows = rows_of(page)
    has_more = len(rows) > size and page < MOST_PAGES
    at = Paging(path, query, page, page + has_more, size, (page - 1) * size + len(rows), has_more, name)
    return at, rows[:size]


def _last_with_rows(rows_of, empty):
    """The last page that has rows, before one that is known to have none; 1 where no page has any."""
    last = 1
    while empty - last > 1:
        middle = (last + empty) // 2
        last, empty = (middle, empty) if rows_of(middle) else (last, middle)
    return last


def _asked(query, name):
    """The number of the page that is asked for; 1 for nonsense."""
    asked = query.get(name, '1')
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
