"""`python clinic.py reset`"""

from app import local_server
from app.commands.ready import StartError


def run(settings, _given):
    """Throw the private database away; the next start makes a new demo clinic. Others are never touched."""
    if not settings.private_server:
        raise StartError('DB_HOST or DB_SOCKET names a database: reset touches only the private one.')
    local_server.erase(settings)
    print(f'The database in {settings.local_dir} is gone.')
