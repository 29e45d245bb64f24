"""The clinic appointment manager. `python clinic.py` lists its commands."""

import sys

from app import commands

if __name__ == '__main__':
    sys.exit(commands.main(sys.argv[1:]))
