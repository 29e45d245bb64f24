"""`python clinic.py check`"""

import contextlib
import json
from types import SimpleNamespace

from app import VERSION, clock, database
from app.commands.ready import StartError
from app.ops import checks, private_server, upkeep

ALL = (*checks.ALL, *upkeep.ALL)
NAMES = [name for name, _ in ALL]
# What --json tells beside the sentences; null where it cannot be seen from here, or was not looked at.
FIGURES = ('mail_queue_seconds', 'mail_failed', 'backup_age_seconds', 'backup_failure', 'data_free_bytes',
           'certificate_ends_utc')


def arguments(parser):
    parser.add_argument('names', nargs='*', metavar='NAME', help=f'what to look at: {", ".join(NAMES)}')
    parser.add_argument('--quiet', action='store_true', help='say only what is wrong')
    parser.add_argument('--json', action='store_true', help='print one JSON object, with numbers: see docs/backup.md')


def run(settings, given) -> int:
    """Say whether settings, database, rights, clocks and mail are right; changes nothing. 1 if one is not.

    It connects to the mail server and signs in there, and sends nothing. A word after it picks some: `check mail`.
    """
    chosen = [(name, test) for name, test in ALL if not given.names or name in given.names]
    if len(chosen) < len(set(given.names)):
        raise StartError(f'What can be checked: {", ".join(NAMES)}.')
    seen, answers = SimpleNamespace(settings=settings, figures=dict.fromkeys(FIGURES)), []
    with contextlib.ExitStack() as stack:
        stack.callback(database.close)
        if settings.private_server:
            stack.callback(private_server.stop)
        for name, test in chosen:
            answers.append(_look(name, test, seen))
            if not given.json and not (given.quiet and answers[-1]['mark'] == 'ok'):
                print(f'{answers[-1]["mark"]:6} {name:11} {answers[-1]["said"]}', flush=True)
    wrong = [each for each in answers if not each['ok']]
    if given.json:
        print(json.dumps({'version': VERSION, 'at_utc': f'{clock.now_utc():%Y-%m-%dT%H:%M:%SZ}', 'ok': not wrong,
                          'checks': [{name: each[name] for name in ('name', 'ok', 'said')}
                                     for each in (wrong if given.quiet else answers)], **seen.figures}))
    elif not given.quiet:
        print(f'{len(wrong)} of {len(chosen)} are wrong.' if wrong else 'All is well.')
    return int(bool(wrong))


def _look(name, test, seen) -> dict:
    try:
        return {'name': name, 'ok': True, 'mark': 'ok', 'said': test(seen)}
    except checks.Advice as advice:
        return {'name': name, 'ok': True, 'mark': 'note', 'said': str(advice)}
    except checks.Wrong as wrong:
        return {'name': name, 'ok': False, 'mark': 'WRONG', 'said': str(wrong)}
