"""The commands of `python clinic.py`: a module for each.

Its run(settings, given) does the work and gives the exit code (None for 0); its first line is what the list says. Where
anything may stand after the name, arguments(parser) declares it, and `given` has it.
"""

import argparse
import inspect
import os
import sys

from app import VERSION, config
from app.commands import (
    backup,
    change_zone,
    check,
    check_answer,
    create_admin,
    erd,
    explain,
    import_appointments,
    import_patients,
    import_undo,
    learn_big,
    lesson,
    load_schema,
    migrate,
    remind,
    remove_second_factor,
    reset,
    restore,
    serve,
    sql,
    worker,
)
from app.commands.ready import StartError, stop_on_signals
from app.errors import Busy
from app.ops.loader import LoadError
from app.ops.private_server import ServerError

COMMANDS = {'serve': serve, 'worker': worker, 'check': check, 'remind': remind, 'create-admin': create_admin,
            'remove-second-factor': remove_second_factor,
            'load-schema': load_schema, 'migrate': migrate, 'backup': backup, 'restore': restore,
            'import-patients': import_patients, 'import-appointments': import_appointments,
            'import-undo': import_undo, 'change-zone': change_zone, 'reset': reset, 'sql': sql, 'explain': explain,
            'erd': erd, 'lesson': lesson, 'check-answer': check_answer, 'learn-big': learn_big}
PROGRAM = f'Clinic Appointment Manager {VERSION}'
NOBODY_READS = 141          # what a shell says of a program that ended because of SIGPIPE


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` begin with; its exit code. Without one, list them all.

    2: it was not begun, because of a setting, an argument or the database, and a sentence on stderr says why.
    """
    if sys.stdout:      # a terminal that lacks a letter of somebody's name gets its number, as stderr does anyway
        sys.stdout.reconfigure(errors='backslashreplace')
    try:
        try:
            return _run(arguments)
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except (config.ConfigError, ServerError, LoadError, StartError, Busy) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:     # who read what we print has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS


def _run(arguments) -> int:
    name, *rest = arguments or ['help']
    if name in ('help', '-h', '--help'):
        print(_listed())
        return 0
    if name == '--version':
        print(PROGRAM)
        return 0
    if name not in COMMANDS:
        print(f'There is no command "{name}".\n\n{_listed()}', file=sys.stderr)
        return 2
    given = _parser(name).parse_args(rest)      # before any setting is read: --help and --version always answer
    stop_on_signals()
    settings = config.load()
    config.use(settings)
    return COMMANDS[name].run(settings, given) or 0


class _Parser(argparse.ArgumentParser):
    """One that says in one sentence what is wrong, and ends with 2."""

    def error(self, message):
        self.exit(2, f'{message[0].upper()}{message[1:]}: "{self.prog} --help" lists what may be given.\n')


def _parser(name: str) -> argparse.ArgumentParser:
    command = COMMANDS[name]
    parser = _Parser(prog=f'python clinic.py {name}', description=inspect.cleandoc(command.run.__doc__),
                     formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    parser.add_argument('--version', action='version', version=PROGRAM, help='say which release this is')
    if hasattr(command, 'arguments'):
        command.arguments(parser)
    return parser


def _listed() -> str:
    lines = [f'    {name:20} {inspect.cleandoc(command.run.__doc__).splitlines()[0]}'
             for name, command in COMMANDS.items()]
    return '\n'.join(['Usage: python clinic.py COMMAND [--help]', '', *lines])
