"""Lists in pages: which rows to read, and the links to the other pages.

A page number beyond the last gives the last page: rows may be gone since the link was made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

SIZE = 50                   # rows on a page, where nothing else is said
MOST_PAGES = 100            # an OFFSET reads all that it skips; a filter finds what is further back


@dataclass(frozen=True)
class Paging:
    """One page of a list. total: how many rows there are; more: and that is not all, for counting stopped there.

    name: the field of the query that chooses the page.
    """

    path: str
    query: dict
    page: int = 1
    pages: int = 1
    total: int = 0
    more: bool = False
    name: str = 'page'

    def link(self, page: int) -> str:
        """The link to another page of the same list."""
        kept = {name: value for name, value in self.query.items() if name not in (self.name, 'done') and value}
        return f'{self.path}?{urlencode({**kept, self.name: page})}'


def count_limit(size: int = SIZE) -> int:
    """How far counting is worth while: one more than the pages hold."""
    return size * MOST_PAGES + 1


def of(path: str, query: dict, read: Callable[..., list], count: Callable[[], int] | None = None, *,
       size: int = SIZE, name: str = 'page') -> tuple[Paging, list]:
    """The page that the query asks for, and its rows; the nearest one where there is no such page.

    read(limit=…, offset=…) gives rows. count() gives how many there are, up to count_limit(size). Without it nobody
    counts: pages is then one more than page where there is a next one. An empty page is answered by halving the way
    back: at most eight reads.
    """
    page = min(_asked(query, name), MOST_PAGES)
    if count:
        counted, most = count(), size * MOST_PAGES
        pages = max(1, -(-min(counted, most) // size))
        page = min(page, pages)
        at = Paging(path, query, page, pages, min(counted, most), counted > most, name)
        return at, read(limit=size, offset=(page - 1) * size)
    rows, has_more = part(read, page, size)
    if not rows and page > 1:
        page = _last_with_rows(read, page, size)
        rows, has_more = part(read, page, size)
    return Paging(path, query, page, page + (has_more and page < MOST_PAGES), name=name), rows


def part(read: Callable[..., list], page: int, size: int = SIZE) -> tuple[list, bool]:
    """The rows of a page, and whether there are more: one row more than it holds tells."""
    rows = read(limit=size + 1, offset=(page - 1) * size)
    return rows[:size], len(rows) > size


def slices(items: list) -> Callable[..., list]:
    """What reads the parts of a list that is all there."""
    return lambda limit, offset: items[offset:offset + limit]


def _last_with_rows(read, empty, size):
    """The last page that has rows, before one that is known to have none; 1 where no page has any."""
    last = 1
    while empty - last > 1:
        middle = (last + empty) // 2
        last, empty = (middle, empty) if part(read, middle, size)[0] else (last, middle)
    return last


def _asked(query, name):
    """The number of the page that is asked for; 1 for nonsense."""
    asked = query.get(name, '1')
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
