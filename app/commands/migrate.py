"""`python clinic.py migrate`"""

from app.commands.ready import StartError, reachable
from app.ops import loader, migrations, rights


def arguments(parser):
    parser.add_argument('--plan', action='store_true', help='say what would be done, and do nothing')


def run(settings, given):
    """Bring an older release's database to this one; it says what it will do first (--plan: only that)."""
    with reachable(settings) as settings, loader.linked(settings) as link:
        loader.lock(link, 'copy')
        loader.lock(link)
        loader.refuse_half_restored(link)
        if not link.value('schema/find_completed') or not link.value('schema/count_loaded', version='schema'):
            raise StartError(f'The database {settings.db_name} holds no clinic yet: "python clinic.py load-schema" '
                             'makes one.')
        pending = migrations.pending(link)
        _say(settings.db_name, pending)
        if not given.plan:
            for name, seconds in migrations.carry_out(link, pending):
                print(f'done: {name} ({seconds:.1f} s)', flush=True)
            rights.give(link, settings)


def _say(database: str, pending: list[str]):
    if not pending:
        print(f'The database {database} is up to date.')
        return
    print(f'The database {database} needs {len(pending)} {"change" if len(pending) == 1 else "changes"}:', flush=True)
    for name in pending:
        print(f'    {name}: {migrations.purpose(name)}', flush=True)
