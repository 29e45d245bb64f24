"""Lists in pages: which part to read, and the addresses of the others."""

from dataclasses import dataclass
from urllib.parse import urlencode

MOST_PAGES = 100            # an OFFSET reads all that it skips; whoever would page further narrows the list instead


@dataclass(frozen=True)
class Paging:
    """One page of a list. total: how many rows there are, or more_than where that many were counted and not all."""

    path: str
    query: dict
    page: int
    pages: int
    size: int
    total: int
    more: bool

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.page - 1) * self.size

    def address(self, page: int) -> str:
        """The address of another page of the same list."""
        kept = {name: value for name, value in self.query.items() if name not in ('page', 'done') and value}
        return f'{self.path}?{urlencode({**kept, "page": page})}'


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
    asked = query.get('page', '1')
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    return Paging(path, query, min(max(page, 1), pages), pages, size, total, more)
