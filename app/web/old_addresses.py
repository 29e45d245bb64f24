"""Addresses of release 0.1, for bookmarks and links that people kept. They lead on until the release after the next."""

from urllib.parse import quote

# The beginning of an old address, and what it is now; of those that fit, the first counts.
MOVED = (('/staff/availability/hours', '/staff/hours/week'), ('/staff/availability', '/staff/hours'),
         ('/profile/people', '/profile/relatives'), ('/people/', '/staff/'))


def new_address(environ: dict) -> str | None:
    """The address (path and query) that the one of a request's environ has now, where it was moved; else None."""
    path, query = environ['PATH_INFO'], environ.get('QUERY_STRING', '')
    for old, new in MOVED:
        if path == old or path.startswith(old if old.endswith('/') else old + '/'):
            return quote((new + path.removeprefix(old)).encode('latin1')) + (f'?{query}' if query else '')
    return None
