"""`python clinic.py check`"""

import contextlib
from types import SimpleNamespace

from app import database, local_server
from app.commands.ready import StartError
from app.server import checks

NAMES = [name for name, _ in checks.ALL]


def arguments(parser):
    parser.add_argument('names', nargs='*', metavar='NAME', help=f'what to look at: {", ".join(NAMES)}')


def run(settings, given) -> int:
    """Say whether settings, database, rights, clocks and mail are right; changes nothing. 1 if one is not.

    It connects to the mail server and signs in there, and sends nothing. A word after it picks some: `check mail`.
    """
    chosen = [(name, test) for name, test in checks.ALL if not given.names or name in given.names]
    if len(chosen) < len(set(given.names)):
        raise StartError(f'What can be checked: {", ".join(NAMES)}.')
    with contextlib.ExitStack() as stack:
        wrong = 0
        stack.callback(database.close)
        if settings.private_server:
            stack.callback(local_server.stop)
        seen = SimpleNamespace(settings=settings)
        for name, test in chosen:
            wrong += not _say(name, test, seen)
    print(f'{wrong} of {len(chosen)} are wrong.' if wrong else 'All is well.')
    return int(bool(wrong))


def _say(name, test, seen) -> bool:
    try:
        said, mark = test(seen), 'ok'
    except checks.Wrong as wrong:
        said, mark = wrong, 'WRONG'
    print(f'{mark:6} {name:9} {said}', flush=True)
    return mark == 'ok'

