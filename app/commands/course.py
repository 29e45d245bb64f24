"""What the commands of the course share: its databases, and one file with its values."""

import contextlib
import sys

from app import config
from app.commands.ready import StartError, ready
from app.errors import NotFound, Refused
from app.learn import files, places, typed


@contextlib.contextmanager
def open_course(settings):
    """The course's databases, in `with`. Raises StartError where the course is off."""
    if not settings.learn:
        raise StartError('The course is off: CLINIC_LEARN is 0, or CLINIC_ENV is production.')
    with ready(settings):
        try:
            yield config.current()
        except places.Unavailable as refused:
            raise StartError('\n'.join([str(refused), *refused.statements])) from refused
        except Refused as refused:
            raise StartError(str(refused)) from refused


def tell_of_making(place: str):
    """Say that a place takes a while to make, where it is not there yet."""
    if place == 'big' and not places.is_made(place):
        print('The clinic with 100,000 visits is made now. It takes about ten seconds, once.', file=sys.stderr)


def add_file(parser):
    """Let a command take a file of db/queries, values for it, and the place to run on."""
    parser.add_argument('path', help='the file, such as appointments/list_day or db/queries/appointments/list_day.sql')
    parser.add_argument('values', nargs='*', metavar='name=value', help="day=2026-11-30, or name='Ann'; "
                        'what is not given is taken from the file\'s "Try:"')
    parser.add_argument('--on', choices=('learn', 'bare', 'big'), default='learn',
                        help='the demo clinic, the same without keys, or with 100,000 visits')


def file_of(given) -> tuple[files.Query, dict]:
    """The file and its values, by parameter. Raises StartError."""
    name = given.path.replace('\\', '/').removesuffix('.sql').rpartition('db/queries/')[2]
    try:
        query = files.find(name)
    except NotFound:
        raise StartError(f'There is no file db/queries/{name}.sql.') from None
    values = dict(query.tries)
    for pair in given.values:
        key, _, text = pair.partition('=')
        if key.strip() not in query.takes:
            raise StartError(f'{name} takes no {key.strip()}: it takes {", ".join(query.takes) or "nothing"}.')
        try:
            values[key.strip()] = _value(text.strip(), query.tries.get(key.strip()))
        except ValueError as error:
            raise StartError(f'{key.strip()}: {error}') from None
    return query, values


def _value(text, proposed):
    """A value as the header writes it; a text may also stand without its quotes, which a shell takes away."""
    return typed.value(text) if text.startswith("'") else typed.read(text, proposed)
