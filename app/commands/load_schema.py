"""`python clinic.py load-schema`"""

from app.commands.ready import ready
from app.ops import loader


def run(settings, _given):
    """Create the tables in an empty database. DB_USER must be allowed to; `serve` then needs fewer rights."""
    with ready(settings) as has_demo:
        print(f'The tables are in the database {settings.db_name}' + (f', and {loader.DEMO_SAID}' if has_demo else '.'))
