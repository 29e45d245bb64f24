"""Who waits for whom in the race lab: the server's own tables, and what they say in words."""

from contextlib import suppress

from mysql.connector import Error

from app.database.link import bound
from app.database.sql_files import FOLDER
from app.learn import places, race, reading

NO_SUCH_THING = {1146, 1109, 1142, 1227}        # the server does not keep it, or not for us


def sentences(lab: race.Lab) -> list[str]:
    """What the two transactions of a lab are doing, a sentence each."""
    numbers = {side: lab.sides[side].number for side in race.SIDES}
    called = {number: side.capitalize() for side, number in numbers.items()}
    with places.connected(race.PLACE, 'lab') as link:
        running = {row['connection']: row for row in _rows(link, 'list_transactions', numbers)}
        waits = []
        with suppress(Error):
            waits = _rows(link, f'list_waits_{"mariadb" if reading.is_mariadb(link) else "mysql"}', numbers)
    found = []
    for side, number in numbers.items():
        found.append(f'{side.capitalize()} {_doing(lab.sides[side], running.get(number))}')
    for wait in waits:
        row = f'{wait["table_name"]}, key {wait["key_name"]}, row {wait["row_key"]}'.replace('`', '')
        who, whom = (called.get(wait[which], 'somebody else') for which in ('waiting', 'blocking'))
        found.append(f'{who} waits for {whom}: {row.rpartition(places.name_of(race.PLACE) + ".")[2]}.')
    waiting = [side for side in race.SIDES if lab.sides[side].pending]
    if len(waiting) == 1 and not waits:
        other = race.SIDES[1 - race.SIDES.index(waiting[0])]
        found.append(f'{waiting[0].capitalize()} waits for {other.capitalize()}, which holds the lock.')
    return found


def _doing(side, row):
    if row is None:
        return 'has no transaction.' if not side.is_open else 'has a transaction that has read and written nothing yet.'
    locked = f'{row["locked"]} {"row" if row["locked"] == 1 else "rows"} locked'
    return f'waits for a lock ({locked}).' if row['state'] == 'LOCK WAIT' else f'has a transaction, {locked}.'


def _rows(link, name, values):
    text = bound(f'race/{name}', values, FOLDER / 'learn')
    answer = link.connection.cmd_query(text, buffered=True)
    names = [column[0].lower() for column in answer['columns']]
    return [dict(zip(names, row, strict=True)) for row in link.connection.get_rows()[0]]
