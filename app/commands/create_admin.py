"""`python clinic.py create-admin`"""

import getpass
import sys

from app.accounts import passwords, registration
from app.commands import asking
from app.commands.ready import StartError, ready
from app.errors import Refused
from app.forms import sign_in as forms
from app.ops import loader


def arguments(parser):
    parser.add_argument('--email')
    parser.add_argument('--name', help='first and last name')
    parser.add_argument('--link', action='store_true',
                        help='ask for no password: print a link with which its owner sets one within a week')


def run(settings, given):
    """Open an account that may do everything; asks for what it is not told (--email, --name, --link)."""
    with ready(settings) as has_demo:
        email = given.email or _ask('E-mail address: ')
        full_name = given.name or _ask('First and last name: ')
        typed = {'email': email, 'full_name': full_name, **({} if given.link else {'password': _ask_password()})}
        try:
            token = _create(forms.read_admin(typed, settings.name))
            print(f'{settings.url}/reset-password/{token}' if token
                  else f'{email} may now sign in at {settings.url}/login')
        except Refused as refused:
            raise StartError(' '.join(f'{field}: {said}' for field, said in refused.fields.items())) from None
        if has_demo:
            print(f'Beside it there is {loader.DEMO_SAID}', file=sys.stderr)


def _create(values):
    password = values['password']
    return registration.create_admin(values['email'], values['full_name'],
                                     password and passwords.hash_password(password))


def _ask(question: str, reader=input) -> str:
    return asking.ask(question, 'give --email, --name and --link', reader)


def _ask_password() -> str:
    password = _ask('Password: ', getpass.getpass if sys.stdin.isatty() else input)
    if sys.stdin.isatty() and getpass.getpass('The same again: ') != password:
        raise StartError('The two passwords differ; no account was made.')
    return password
