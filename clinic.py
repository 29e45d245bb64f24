"""The clinic appointment manager. `python clinic.py` lists its commands."""

import sys

if __name__ == '__main__':
    try:
        from app import commands
    except ImportError as error:    # as after an upgrade of the system, which brings another Python
        if (error.name or 'app').partition('.')[0] in ('app', 'clinic'):
            raise
        print(f'The virtual environment has no {error.name} for this Python ({sys.version.split()[0]}): make it anew '
              f'with "python3 -m venv --clear .venv && .venv/bin/pip install -r requirements.txt" in {sys.path[0]} '
              '(docs/upgrades.md, "A newer Debian").', file=sys.stderr)
        sys.exit(2)
    sys.exit(commands.main(sys.argv[1:]))
