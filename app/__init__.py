"""The application. A map of its rooms, in reading order; each imports only from those above it (tests/test_house.py):

    config        settings from the environment, and their rules
    the ground    clock, errors, written (days and times in words), plain_text, names, tokens, visitor, the_clinic,
                  audit, agreements, request_log
    database      five verbs, transaction(), and the connections behind them
    mail          the outbox, letters, sending, and what admins do with it
    visits        all that a visit may and may not: free times, rules, booking, moving, handing over
    accounts      signing in, passwords, sessions, profiles, what admins do to accounts
    clinic        hours, rooms, services, closures, settings, its texts, how long data is kept
    reports       figures about the past, and what needs attention now
    forms         strings → typed values, or Refused
    ops           what runs a clinic: loading, migrations, backups, imports, the private server
    learn         the SQL course: its databases, its lessons, the SQL behind each page
    web           what stands around every page: the guard, cookies, errors, menus
    pages         what several pages share
    routes        the pages: account, patient, staff, admin; views/ has the same folders
    commands      `python clinic.py …`

Importing the package loads the database driver's C extension before anything else.

The extension brings an OpenSSL of its own. Where the system's is older (Debian 12) it loads only if nothing
has imported `ssl` yet, and the driver would fall back to pure Python without a word.
"""

from pathlib import Path

try:
    import _mysql_connector  # noqa: F401
except ImportError:  # a wheel without the extension: the driver works in pure Python
    pass

VERSION = '0.2.0-dev'       # the one place; a release has the number that heads CHANGELOG.md
VIEWS = [str(Path(__file__).resolve().parent.parent / 'views')]     # where Bottle looks for templates
