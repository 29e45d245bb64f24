"""`python clinic.py remove-second-factor`"""

from app.accounts import second_factors
from app.commands.ready import StartError, ready
from app.errors import NotFound, Refused


def arguments(parser):
    parser.add_argument('--email', required=True, help='the address with which the account signs in')


def run(settings, given):
    """Let an account sign in without its code from an app: for the last admin, who lost it.

    An admin does it for everybody else, at /admin/users. The account is signed out everywhere, and its owner is told
    by mail. The audit has it as an act of the program.
    """
    with ready(settings):
        email = given.email.strip().lower()
        try:
            second_factors.remove_at_command_line(email)
        except NotFound:
            raise StartError(f'No account signs in with {email}.') from None
        except Refused as refused:
            raise StartError(str(refused)) from None
        print(f'{email} now signs in with the password alone at {settings.url}/login')
