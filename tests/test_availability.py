"""What is offered: the SQL against a naive oracle that looks at every five minutes of every day.

Clinics are generated from a seed: hours with several blocks, breaks, time off, closures, odd lengths, pauses, rooms
that suit some services only, services that take no room, are only booked at the desk or have their own notice and
horizon, visits of every status, days on which the clock changes in three zones. The seed of a
failing clinic is in the test's name.
"""

import dataclasses
import datetime as dt
import functools
import itertools
import random
import zoneinfo

import pytest

from app import clock, config, database
from app.visits import rules
from app.visits.wanted import Wanted
from tests.conftest import connect

CLINICS, DAYS = 90, 8            # of each zone: 90 × 8 × 3 zones = 2,160 clinics and days, for two people each
ZONES = {'Europe/Berlin': dt.date(2026, 3, 29), 'America/New_York': dt.date(2026, 3, 8),
         'Australia/Lord_Howe': dt.date(2026, 10, 4)}
FIVE = dt.timedelta(minutes=5)
# The days of the second of two weeks that take turns, counted on from the first Monday of 2020.
SECOND_WEEKS = {dt.date(2020, 1, 6) + dt.timedelta(days=14 * turn + day) for turn in range(200) for day in range(7)}


def make_clinic(chance: random.Random, first_day: dt.date) -> dict:
    """A small clinic as plain data, around eight days from first_day."""
    services = [{'minutes': chance.choice((5, 15, 20, 25, 30, 35, 45, 60, 75)), 'pause': chance.choice((0, 0, 5, 10)),
                 'rooms': chance.sample((1, 2), chance.randint(1, 2)), 'active': chance.random() > .05,
                 'place': chance.choice(('room', 'room', 'room', 'phone', 'video', 'home')),
                 'online': chance.random() > .1, 'notice': chance.choice((None, None, 0, 300)),
                 'horizon': chance.choice((None, None, 2, 40))} for _ in range(2)]
    staff = []
    for _ in range(2):
        blocks = []
        for weekday in range(7):
            for _ in range(chance.choice((0, 1, 1, 2))):
                start = chance.randrange(0, 1400, 5)
                block = {'weekday': weekday, 'start': start, 'end': min(1440, start + chance.randrange(15, 300, 5)),
                         'breaks': [], 'from': first_day + dt.timedelta(days=chance.choice((-900, -900, 3))),
                         'until': chance.choice((None, None, first_day + dt.timedelta(days=5))),
                         'fortnight': chance.choice((None, None, None, 0, 1))}
                if chance.random() < .4:
                    start = chance.randrange(block['start'], block['end'], 5)
                    block['breaks'].append((start, min(1440, start + chance.choice((5, 10, 30)))))
                blocks.append(block)
        off = []
        if chance.random() < .5:
            start = moment(first_day, chance.randrange(0, DAYS * 1440, 5))
            off.append((start, start + dt.timedelta(minutes=chance.randrange(5, 2000, 5))))
        staff.append({'slot': chance.choice((5, 10, 15, 20, 25, 30, 60)), 'blocks': blocks, 'off': off,
                      'active': chance.random() > .05, 'online': chance.random() > .1})
    visits, held = make_visits(chance, first_day)
    return {'services': services, 'staff': staff, 'visits': visits, 'held': held,
            'closures': [first_day + dt.timedelta(days=chance.randrange(DAYS))] if chance.random() < .4 else [],
            'notice': chance.choice((0, 0, 60, 1500)), 'horizon': chance.choice((3, 30, 30)),
            'now': moment(first_day, chance.randrange(0, 1440, 7))}


def make_visits(chance, first_day):
    """Visits that never claim the same person or room twice, some holding no time; and all that they hold."""
    visits, held = [], set()
    for patient in range(chance.randrange(4, 30)):
        minutes, pause = chance.choice((5, 15, 30, 50)), chance.choice((0, 0, 5))
        start = moment(first_day, chance.randrange(0, DAYS * 1440 - 60, 5))
        visit = {'staff': chance.randrange(2), 'room': chance.choice((1, 2)), 'start': start, 'patient': patient + 100,
                 'end': start + dt.timedelta(minutes=minutes), 'pause': pause,
                 'status': chance.choice(('booked', 'booked', 'arrived', 'completed', 'no_show', 'cancelled'))}
        free = visit['end'] + dt.timedelta(minutes=pause)
        if free > moment(start.date(), 1440):
            continue
        steps = {(kind, visit[kind], step) for kind in ('staff', 'room') for step in steps_of(start, free)}
        if visit['status'] in ('booked', 'arrived', 'completed'):
            if steps & held:
                continue
            held |= steps
        visits.append(visit)
    return visits, held


def moment(day, minute):
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)


def steps_of(start, end):
    while start < end:
        yield start
        start += FIVE


def own(what, clinic, name):
    """What a service says itself, or else its clinic."""
    return clinic[name] if what[name] is None else what[name]


def oracle(clinic, person, service, day, zone, role='patient', is_move=False) -> list[dt.datetime]:
    """Every start that may be offered, found by looking at each five minutes."""
    who, what = clinic['staff'][person], clinic['services'][service]
    notice = own(what, clinic, 'notice') if role == 'patient' else 0
    if role == 'patient' and not is_move and not (who['online'] and what['online']):
        return []
    held, found = clinic['held'], set()
    for block in who['blocks']:
        if (block['weekday'] != day.weekday() or day < block['from'] or (block['until'] and day >= block['until'])
                or block['fortnight'] not in (None, int(day in SECOND_WEEKS))):
            continue
        for minute in range(block['start'], block['end'] - what['minutes'] + 1, who['slot']):
            start, end = moment(day, minute), moment(day, minute + what['minutes'])
            free = end + dt.timedelta(minutes=what['pause'])
            visit, whole = list(steps_of(start, end)), list(steps_of(start, free))
            if (who['active'] and what['active'] and day not in clinic['closures']
                    and free <= moment(day, 1440)
                    and start >= clinic['now'] + dt.timedelta(minutes=notice)
                    and day <= clinic['now'].date() + dt.timedelta(days=own(what, clinic, 'horizon'))
                    and not any(moment(day, a) <= step < moment(day, b) for a, b in block['breaks'] for step in visit)
                    and not any(a <= step < b for a, b in who['off'] for step in visit)
                    and all(exists(step, zone) for step in visit)
                    and not any(('staff', person, step) in held for step in whole)
                    and (what['place'] != 'room' or any(all(('room', room, step) not in held for step in whole)
                                                        for room in what['rooms']))):
                found.add(start)
    return sorted(found)


@functools.cache
def exists(local, zone):
    there = local.replace(tzinfo=zone).astimezone(dt.timezone.utc)
    return there.astimezone(zone).replace(tzinfo=None) == local


class Clinic:
    """Puts generated clinics into the database, in place of the cast's people."""

    def __init__(self, cursor):
        self.cursor = cursor

    def fill(self, clinic):
        run = self.cursor.execute
        for table in ('appointments', 'time_off', 'closures', 'working_hours', 'room_services', 'staff_services'):
            run(f'DELETE FROM {table}')
        run('UPDATE settings SET notice_minutes = %s, horizon_days = %s', (clinic['notice'], clinic['horizon']))
        for day in clinic['closures']:
            run('INSERT INTO closures (day, reason) VALUES (%s, %s)', (day, 'x'))
        for number, service in enumerate(clinic['services'], 1):
            run('UPDATE services SET minutes = %s, pause_minutes = %s, is_active = %s, place = %s, is_online = %s,'
                ' notice_minutes = %s, horizon_days = %s WHERE service_id = %s',
                (*(service[name] for name in ('minutes', 'pause', 'active', 'place', 'online', 'notice', 'horizon')),
                 number))
            for room in (*service['rooms'], 3):                          # room 3 is retired
                run('INSERT INTO room_services (service_id, room_id) VALUES (%s, %s)', (number, room))
        for number, person in enumerate(clinic['staff'], 1):
            self._person(number, person)
        for visit in clinic['visits']:
            run('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at,'
                ' pause_minutes, status, created_utc) VALUES (%s, %s, %s, 3, %s, %s, %s, %s, %s)',
                (visit['patient'], visit['staff'] + 1, visit['room'], visit['start'], visit['end'], visit['pause'],
                 visit['status'], visit['start']))

    def _person(self, number, person):
        run = self.cursor.execute
        run('UPDATE staff SET slot_minutes = %s, is_bookable = %s, is_online = %s WHERE staff_id = %s',
            (person['slot'], person['active'], person['online'], number))
        for service in (1, 2):
            run('INSERT INTO staff_services (staff_id, service_id) VALUES (%s, %s)', (number, service))
        for start, end in person['off']:
            run('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (%s, %s, %s)', (number, start, end))
        for block in person['blocks']:
            run('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until,'
                ' fortnight) VALUES (%s, %s, %s, %s, %s, %s, %s)',
                (number, block['weekday'], block['start'], block['end'], block['from'], block['until'],
                 block['fortnight']))
            block_id = self.cursor.lastrowid
            for start, end in block['breaks']:
                run('INSERT INTO breaks (working_hours_id, starts_minute, ends_minute) VALUES (%s, %s, %s)',
                    (block_id, start, end))


@pytest.fixture
def clinics(cast, request):
    """(zone, its Clinic): the configuration, the clock's gaps and enough patients for generated clinics."""
    name = request.param
    connection = connect(cast)
    cursor = connection.cursor()
    config.use(dataclasses.replace(cast, timezone=zoneinfo.ZoneInfo(name)))
    fill_gaps(cursor)
    for number in range(100, 130):
        cursor.execute("INSERT INTO patients (patient_id, full_name, created_utc) VALUES (%s, 'x', '2026-01-01')",
                       (number,))
    yield name, Clinic(cursor)
    config.use(cast)
    fill_gaps(cursor)
    connection.close()


def fill_gaps(cursor):
    cursor.execute('DELETE FROM clock_gaps')
    for gap in clock.gaps(2020, 2030):
        cursor.execute('INSERT INTO clock_gaps (day, starts_minute, ends_minute) VALUES (%s, %s, %s)', gap)


@pytest.mark.parametrize('clinics', ZONES, indirect=True)
def test_offered_times_are_those_of_the_oracle(clinics):
    name, database_clinic = clinics
    zone, offered, refused, moved = zoneinfo.ZoneInfo(name), 0, 0, 0
    for seed in range(CLINICS):
        chance = random.Random(f'{name} {seed}')
        first_day = ZONES[name] - dt.timedelta(days=chance.randrange(DAYS))
        clinic = make_clinic(chance, first_day)
        database_clinic.fill(clinic)
        days = [first_day + dt.timedelta(days=number) for number in range(DAYS)]
        for person in range(2):
            for service in range(2):
                expected = {day: oracle(clinic, person, service, day, zone) for day in days}
                compare(clinic, person, service, expected, f'{name}, seed {seed}')
                offered += sum(map(len, expected.values()))
                refused += probe(clinic, person, service, expected, chance, f'{name}, seed {seed}')
        compare_soonest(clinic, days, zone, f'{name}, seed {seed}')
        compare_services(clinic, days, zone, f'{name}, seed {seed}')
        moved += compare_move(database_clinic, clinic, days, zone, chance, f'{name}, seed {seed}')

    assert offered > 20 * CLINICS and refused > 5 * CLINICS and moved > 5 * CLINICS, \
        'clinics in which nothing happens prove nothing'


def compare(clinic, person, service, expected, which):
    """Each day's times, and the open days of the whole stretch."""
    given = {'staff_id': person + 1, 'service_id': service + 1, 'now': clinic['now']}
    for day, starts in expected.items():
        rows = database.rows('availability/list_starts', day=day, role='patient', **given)
        assert [row['starts_at'] for row in rows] == starts, f'{which}: {given} on {day}'
    first, *_, last = expected
    stretch = {'first_day': first, 'end_day': last + dt.timedelta(days=1)}
    open_days = [day for day, starts in expected.items() if starts]
    rows = database.rows('availability/list_days', **stretch, **given)
    assert [row['day'] for row in rows] == list(expected), f'{which}: {given}'
    assert [row['day'] for row in rows if row['is_open']] == open_days, f'{which}: {given}'
    days = {row['day']: (row['closed'], row['is_too_far']) for row in rows}
    rows = database.rows('availability/list_starts_of_days', **stretch, **given)
    assert [(row['day'], row['starts_at']) for row in rows] == [
        (day, start) for day, starts in expected.items() for start in (None, *starts)], which
    assert {row['day']: (row['closed'], row['is_too_far']) for row in rows if not row['starts_at']} == days, which
    if open_days:
        found = database.value('availability/find_next_day', day=first, role='patient', is_move=False, **given)
        assert found == open_days[0], f'{which}: {given}'


def compare_soonest(clinic, days, zone, which):
    """Of each member of staff the first three times of the first day that has any."""
    for role in ('patient', 'staff'):
        expected, found = {}, {}
        for person in range(2):
            by_day = [starts for day in days if (starts := oracle(clinic, person, 0, day, zone, role))]
            if by_day:
                expected[person + 1] = sorted(by_day[0])[:3]
        for row in database.rows('availability/list_soonest', service_id=1, first_day=days[0], role=role,
                                 end_day=days[-1] + dt.timedelta(days=1), now=clinic['now']):
            found.setdefault(row['staff_id'], []).append(row['starts_at'])
        assert found == expected, f'{which}, {role}'


def compare_services(clinic, days, zone, which):
    """When each service could next be booked with anybody."""
    first, expected = min(clinic['now'].date(), days[0]), {}
    for number in range((days[-1] - first).days + 1):
        for person, service in itertools.product(range(2), range(2)):
            starts = oracle(clinic, person, service, first + dt.timedelta(days=number), zone)
            expected.setdefault(service + 1, []).extend(starts)
    rows = database.rows('availability/list_soonest_of_services', now=clinic['now'],
                         end_day=days[-1] + dt.timedelta(days=1))
    assert {row['service_id']: row['starts_at'] for row in rows} == \
        {service_id: min(starts) for service_id, starts in expected.items() if starts}, which


def compare_move(database_clinic, clinic, days, zone, chance, which) -> int:
    """The times to which one of the visits can be moved: those of the oracle, if the visit held no time, which are
    offered for the service and long enough for the visit. How many."""
    visit, service = chance.choice(clinic['visits']), chance.randrange(2)
    if visit['status'] != 'booked':
        return 0
    run = database_clinic.cursor.execute
    run('UPDATE appointments SET service_id = %s WHERE patient_id = %s', (service + 1, visit['patient']))
    run('SELECT appointment_id FROM appointments WHERE patient_id = %s', (visit['patient'],))
    (appointment_id,), = database_clinic.cursor.fetchall()
    free = visit['end'] + dt.timedelta(minutes=visit['pause'])
    held = {(kind, visit[kind], step) for kind in ('staff', 'room') for step in steps_of(visit['start'], free)}
    role, without = chance.choice(('patient', 'staff')), {**clinic, 'held': clinic['held'] - held}
    longer = {**clinic['services'][service], 'minutes': (visit['end'] - visit['start']) // dt.timedelta(minutes=1),
              'pause': visit['pause']}
    alone = {**without, 'held': set()}                       # what is offered for the service, whoever is there then
    with_own = {**without, 'services': [longer, longer],     # of which the visit takes what its own length leaves
                'staff': [{**person, 'slot': 5} for person in clinic['staff']]}
    expected = [start for day in days for start in oracle(with_own, visit['staff'], service, day, zone, role, True)
                if start in oracle(alone, visit['staff'], service, day, zone, role, True)]
    rows = database.rows('availability/list_starts_for_move', appointment_id=appointment_id, first_day=days[0],
                         end_day=days[-1] + dt.timedelta(days=1), now=clinic['now'], role=role)
    assert [row['starts_at'] for row in rows] == [start for start in expected if start != visit['start']], which
    return len(rows)


def probe(clinic, person, service, expected, chance, which) -> int:
    """"Why not?" of some times of the stretch: silent just for those that are offered. How many were refused."""
    refused = 0
    for _ in range(5):
        day = chance.choice(list(expected))
        start = chance.choice(expected[day]) if expected[day] and chance.random() < .4 else \
            moment(day, chance.randrange(0, 1440, 5))
        wanted = Wanted(staff_id=person + 1, service_id=service + 1, starts_at=start)
        broken = rules.check(database, wanted, clinic['now']).broken
        assert bool(broken) == (start not in expected[day]), f'{which}: {start}, person {person + 1}, {broken}'
        refused += bool(broken)
    return refused


@pytest.mark.parametrize('clinics', ['Europe/Berlin'], indirect=True)
def test_the_repeated_hour_is_offered_once(clinics, cast):
    _, clinic = clinics
    clinic.cursor.execute('DELETE FROM working_hours WHERE staff_id = 1')
    clinic.cursor.execute('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute)'
                          ' VALUES (1, 6, 60, 240)')

    rows = database.rows('availability/list_starts', staff_id=1, service_id=1, day=dt.date(2026, 10, 25),
                         now=dt.datetime(2026, 10, 1), role='patient')
    assert [f"{row['starts_at']:%H:%M}" for row in rows] == ['01:00', '01:30', '02:00', '02:30', '03:00', '03:30']
