"""The commands of `python clinic.py`: each a function that takes the settings and the arguments after its name."""

import sys

from app import config
from app.commands.backup import backup
from app.commands.check import check
from app.commands.create_admin import create_admin
from app.commands.import_appointments import import_appointments
from app.commands.import_patients import import_patients
from app.commands.load_schema import load_schema
from app.commands.migrate import migrate
from app.commands.ready import StartError, stop_on_signals
from app.commands.remind import remind
from app.commands.reset import reset
from app.commands.restore import restore
from app.commands.serve import serve
from app.commands.worker import worker
from app.errors import Busy
from app.local_server import ServerError
from app.server.loader import LoadError

COMMANDS = {'serve': serve, 'worker': worker, 'check': check, 'remind': remind, 'create-admin': create_admin,
            'load-schema': load_schema, 'migrate': migrate, 'backup': backup, 'restore': restore,
            'import-patients': import_patients, 'import-appointments': import_appointments, 'reset': reset}


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` begin with; its exit code. Without one, list them all."""
    if not arguments or arguments[0] in ('help', '-h', '--help'):
        print(_listed())
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f'There is no command "{name}".\n\n{_listed()}', file=sys.stderr)
        return 2
    try:
        stop_on_signals()
        settings = config.load()
        config.use(settings)
        return COMMANDS[name](settings, rest) or 0
    except (config.ConfigError, ServerError, LoadError, StartError, Busy) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _listed() -> str:
    lines = [f'    {name:20} {command.__doc__.splitlines()[0]}' for name, command in COMMANDS.items()]
    return '\n'.join(['Usage: python clinic.py COMMAND', '', *lines])
