"""Bookings: scheduling.book() and POST /appointments beside the same transaction without an application."""

import datetime as dt
import itertools
import threading
from urllib.parse import urlencode

from app import clock, tokens
from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted
from app.web import csrf
from bench import clients, programs, table

SECONDS = 3
MOST = 12_000           # bookings of one measurement: 1,152 patients, who may book 20 visits a day each


def measure(settings, names: dict):
    """Print the rates with one client and with eight, and their ratios to the bare transaction."""
    table.heading('Bookings (1 and 8 clients)', '1: rate/s', 'p50 ms', 'p99 ms', '8: rate/s', 'p99 ms', 'aim')
    bare = _load('limit: the bare transaction', settings, bare_act, '')
    ours = _load('scheduling.book()', settings, our_act, '≥ 0.5 of the limit')
    _ratio(ours, bare)
    with programs.running('clinic.py', 'serve', port=settings.port, **names):
        posted = _load('a booking by POST', settings, post_act, '≥ 400/s; 8 clients: ≥ 700/s, p99 ≤ 35')
    _ratio(posted, bare)


def _load(name, settings, make_act, aim):
    """With one client and with eight, each from a clinic in which nothing was booked yet; until no time is left, at
    most."""
    both = []
    for number in (1, 8):
        both.append(clients.load(number, SECONDS, make_act(settings, Shared(itertools.islice(wishes(), MOST)))))
        programs.script(settings, 'forget_bookings.sql')
    table.loads(name, *both, aim)
    return both


def _ratio(ours, limit):
    table.row('  ratio to the limit', f'{ours[0]["rate"] / limit[0]["rate"]:.2f}', '', '',
              f'{ours[1]["rate"] / limit[1]["rate"]:.2f}')


class Shared:
    """An iterator that several threads may take from."""

    def __init__(self, iterator):
        self.iterator, self.lock = iterator, threading.Lock()

    def __next__(self):
        with self.lock:
            return next(self.iterator)


def free_times():
    """The (staff_id, starts_at) that visits.sql leaves free from tomorrow on, each once."""
    for ahead in range(1, 366):
        day = clock.today() + dt.timedelta(days=ahead)
        if day.weekday() < 5:
            for half in (*range(16, 24), *range(26, 34)):
                for staff_id in programs.STAFF:
                    if (staff_id + half + day.toordinal() + 365) % 2:       # TO_DAYS() counts 365 more
                        yield staff_id, dt.datetime.combine(day, dt.time(half // 2, half % 2 * 30))


def wishes():
    """What the bookings ask for, each once: a free time, for the patients without visits in turn."""
    for patient_id, (staff_id, starts_at) in zip(itertools.cycle(programs.ALONE), free_times(), strict=False):
        yield {'patient_id': patient_id, 'staff_id': staff_id, 'service_id': 1, 'starts_at': starts_at, 'reason': '',
               'request_key': tokens.new()}


def our_act(_settings, shared):
    def act():
        wish = next(shared)
        scheduling.book(Visitor(programs.account_of(wish['patient_id']), 'patient'), Wanted(**wish))
    return lambda _: act


def post_act(settings, shared):
    signed_in = {patient_id: programs.sign_in(programs.account_of(patient_id)) for patient_id in programs.ALONE}

    def make(_):
        client = clients.Http(settings.port)

        def act():
            wish = next(shared)
            token = signed_in[wish['patient_id']]
            body = urlencode({**wish, 'starts_at': f'{wish["starts_at"]:%Y-%m-%dT%H:%M}',
                              'csrf_token': csrf.token(token)})
            client.ask('/appointments', f'session={token}', body, expect=303)
        return act
    return make


def bare_act(settings, shared):
    """The statements of a booking that lock and write, and nothing else."""
    def make(_):
        link = programs.link(settings)

        def act():
            wish, now = next(shared), clock.now()
            user_id = programs.account_of(wish['patient_id'])
            ends_at = wish['starts_at'] + dt.timedelta(minutes=30)
            link.command('START TRANSACTION')
            link.one('patients/lock_with_staff', patient_id=wish['patient_id'], staff_id=wish['staff_id'],
                     user_id=user_id, role='patient')
            link.one('calendar/lock_with_service', service_id=1, staff_id=wish['staff_id'],
                     day=wish['starts_at'].date())
            link.one('rooms/lock', room_id=wish['staff_id'], service_id=1)
            visit = link.insert('appointments/insert', **wish, room_id=wish['staff_id'], ends_at=ends_at,
                                pause_minutes=0, status='booked', booked_by=user_id, now_utc=now)
            link.insert('appointment_history/insert', appointment_id=visit, now_utc=now, user_id=user_id,
                        by_link=False, action='booked', from_status=None, to_status='booked', details='', overruled='')
            link.change('notifications/insert_for_visit', kind='booked', appointment_id=visit, tell_patient=True,
                        expires_utc=ends_at, now_utc=now, was_at=None)
            link.command('COMMIT')
        return act
    return make
