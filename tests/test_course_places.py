"""The databases and accounts of the course: what is in them, who may do what, and how a statement's cost is counted."""


import pytest
from mysql.connector import Error

from app import config, database
from app.learn import files, places, reading, typed


@pytest.mark.parametrize('text, values', [
    ('nothing', {}),
    ("staff_id = 1, name = 'Ó, ''Briain''', hash = x'00ff', reason = NULL",
     {'staff_id': 1, 'name': "Ó, 'Briain'", 'hash': b'\x00\xff', 'reason': None}),
])
def test_what_is_tried_is_read_and_written_alike(text, values):
    assert typed.pairs(text) == values
    assert typed.pairs(', '.join(f'{name} = {typed.written(value)}' for name, value in values.items())) == values


@pytest.mark.parametrize('text', ['staff_id', 'day = tomorrow', "name = 'open", 'a = 1 b = 2'])
def test_what_is_no_value_is_refused(text):
    with pytest.raises(ValueError):
        typed.pairs(text)


def test_a_field_takes_the_kind_of_value_that_is_proposed():
    day = typed.value('2026-11-30')

    assert typed.read(' 2026-12-01 ', like=day) == typed.value('2026-12-01')
    assert typed.read('NULL', like=day) is None and typed.read('', like=3) is None
    assert typed.read("O'Brien", like='x') == "O'Brien" and typed.read('7', like=None) == 7
    with pytest.raises(ValueError, match='a day, such as 2026-11-30'):
        typed.read('tomorrow', like=day)


def test_a_file_says_what_it_asks_gives_and_takes():
    query = files.find('availability/find_gap')

    assert query.subject == 'availability' and query.reads and query.gives.startswith('one row')
    assert query.statement.startswith(('SELECT', 'WITH')) and query.takes


def counted(place, account, text):
    with places.connected(place, account) as link:
        link.connection.cmd_query(text, buffered=True)
        return link.connection.get_rows()[0][0][0]


def test_the_course_has_the_demo_clinic_at_its_own_moment(course):
    assert counted('learn', 'learner', "SELECT COUNT(*) FROM appointments WHERE day = '2026-11-30'") > 20
    assert counted('bare', 'learner', "SELECT COUNT(*) FROM appointments WHERE day = '2026-11-30'") > 20


@pytest.mark.parametrize('text', ['SELECT password_hash FROM users', 'SELECT * FROM sessions', 'DELETE FROM rooms',
                                  'SELECT payload FROM notifications', 'CREATE TABLE x (a INT)'])
def test_who_types_may_only_read_and_sees_no_secret(course, text):
    with places.connected('learn') as link, pytest.raises(Error) as error:
        link.connection.cmd_query(text)

    assert error.value.errno in (1142, 1143)


@pytest.mark.parametrize('account', ['learner', 'lab'])
def test_neither_account_enters_the_clinics_own_database(course, account):
    with places.connected('learn', account) as link, pytest.raises(Error) as error:
        link.connection.cmd_query(f'SELECT COUNT(*) FROM {config.current().db_name}.rooms')

    assert error.value.errno == 1142


def test_the_lab_writes_as_the_app_does(course):
    with places.connected('learn', 'lab') as link:
        link.command('START TRANSACTION')
        assert link.change('rooms/set_active', room_id=1, is_active=False) == 1
        link.command('ROLLBACK')
        with pytest.raises(Error) as error:
            link.connection.cmd_query('DELETE FROM claims')
        assert error.value.errno == 1142


def test_the_rows_that_a_statement_reads_are_counted_alike_each_time(course):
    text = database.link.bound('appointments/list_day', {'day': typed.value('2026-11-30')})
    counts = {}
    for place in ('learn', 'bare', 'learn', 'bare'):
        with places.connected(place, 'lab') as link:
            reading.begin(link)
            reading.opened(link, text)
            counts.setdefault(place, []).append(reading.read(link, text).read)

    assert counts['learn'][0] == counts['learn'][1] and counts['bare'][0] == counts['bare'][1]
    assert 0 < counts['learn'][0] < counts['bare'][0]


def test_a_statement_that_takes_too_long_is_stopped_by_the_server(course):
    with places.connected('learn') as link:
        reading.begin(link, seconds=0.1)
        with pytest.raises(Error) as error:
            reading.read(link, 'SELECT SUM(a.minute) FROM spans AS a JOIN spans AS b JOIN spans AS c')

    assert error.value.errno in (1969, 3024)


def test_what_was_made_is_kept_and_made_anew_where_its_source_changed(course, monkeypatch):
    places.make('race')
    assert places.is_made('race')

    places._ready.clear()
    monkeypatch.setattr(places, 'made_of', lambda place: 'another')
    assert not places.is_made('race')
    places.make('race')
    assert places.is_made('race')
    places.reset()
    assert not places.is_made('race')
