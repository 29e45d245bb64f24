"""The table of all addresses, written from the routes themselves: `python -m tests.support.url_table > docs/urls.md`"""

import re

from app import routes  # noqa: F401
from app.web import guard
from app.web.app import app

WHO = {'anyone': 'everybody', 'signed_in': 'who is signed in', 'patient': 'patients', 'staff': 'staff',
       'admin': 'admins'}
TOP = '''# Addresses

Every page and form, who may open it, and what it is for. Beyond the role, whose record it is decides: patients see what
belongs to their account, staff their own visits, the desk and admins all; anything else is answered with 404.

| | address | for | what |
| --- | --- | --- | --- |
'''


def table() -> str:
    """The page, with a line for each route, sorted by address."""
    lines = []
    for route in sorted(app.routes, key=lambda route: (route.rule, route.method)):
        who = ', '.join(WHO[one] for one in sorted(guard.audience_of(route)))
        what = ' '.join((route.callback.__doc__ or '').strip().split('\n\n')[0].split())
        path = re.sub(r'<(\w+)(:\w+)?>', r'<\1>', route.rule)
        lines.append(f'| {route.method} | `{path}` | {who} | {what} |')
    return TOP + '\n'.join(lines) + '\n'


if __name__ == '__main__':
    print(table(), end='')
