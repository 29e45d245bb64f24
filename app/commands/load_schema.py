"""`python clinic.py load-schema`"""

from app.commands.ready import ready


def run(settings, _given):
    """Create the tables in an empty database. DB_USER must be allowed to; `serve` then needs fewer rights."""
    with ready(settings):
        print(f'The tables are in the database {settings.db_name}.')
