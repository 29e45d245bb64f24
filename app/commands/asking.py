"""Asking who sits at the terminal."""

import sys

from app.commands.ready import StartError


def add_yes(parser):
    """The option that answers agree()."""
    parser.add_argument('--yes', action='store_true', help='do not ask')


def agree(what: str, given):
    """Come back where --yes was given, or where somebody at the terminal says yes. Otherwise StartError.

    what: a sentence that says what will happen.
    """
    if given.yes:
        return
    if not sys.stdin.isatty():
        raise StartError(f'{what} Nobody is there to be asked: give --yes.')
    if ask(f'{what}\nType "yes" to go on: ', 'give --yes').lower() != 'yes':
        raise StartError('Nothing was changed.')


def ask(question: str, otherwise: str, reader=input) -> str:
    """What somebody types. Raises StartError where nobody is there; otherwise: what to give instead."""
    try:
        return reader(question).strip()
    except EOFError:
        raise StartError(f'Nobody is there to be asked: {otherwise}.') from None
