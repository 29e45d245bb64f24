"""An admin takes away what a patient books at the same moment: the booking is refused, or the admin is told of it.

Each round is one booking and one change at a barrier, on real connections. The change's page looks for visits once the
change is done: a visit that is there afterwards, and was not seen then, is one that nobody is told of. Half of the
rounds have a second booking, beside the point of the change, which has no reason to fail.
"""

import pytest

from app import clock, database
from app.accounts import users
from app.clinic import closures, rooms, services
from app.errors import NotFound, Refused
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.moments import together
from tests.support.people import ADA, PAUL, PETRA

ROUNDS = 200
SERVICE = {'name': 'Consultation', 'minutes': 30, 'pause_minutes': 0, 'how_to_prepare': '', 'is_active': True,
           'shares_reasons': False, 'staff': {1, 2}, 'rooms': {1, 2}}


def close_day(at):
    closures.add(ADA, at('10:00', 1).date(), at('10:00', 1).date(), 'Burst pipe')


def retire_service(at):
    services.change(ADA, 1, {**SERVICE, 'is_active': False})


def withdraw_service(at):
    services.change(ADA, 1, {**SERVICE, 'staff': {2}})


def withdraw_rooms(at):
    services.change(ADA, 1, {**SERVICE, 'rooms': set()})


def retire_room(at):
    rooms.set_active(ADA, 1, False)


def unsuit_room(at):
    rooms.change(ADA, 1, {'name': 'Room 1', 'services': {2}})


def deactivate(at):
    users.close(ADA, 2)


# What is taken away → where the other booking of half of the rounds goes, as changes to the first.
CHANGES = {close_day: {'day': 2}, retire_service: {'service_id': 2}, withdraw_service: {'staff_id': 2},
           withdraw_rooms: {'service_id': 2}, retire_room: {'staff_id': 2}, unsuit_room: {'staff_id': 2},
           deactivate: {'staff_id': 2}}
NEEDS_ROOM_1 = (retire_room, unsuit_room)


@pytest.fixture
def restored(cast, shell):
    """restored() puts back what a round took away."""
    def run():
        for statement in ('START TRANSACTION', 'DELETE FROM appointments', 'DELETE FROM closures',
                          'UPDATE services SET is_active = TRUE',
                          'UPDATE rooms SET is_active = room_id < 3', 'UPDATE users SET is_active = user_id <> 9',
                          'INSERT INTO staff_services VALUES (1, 1) ON DUPLICATE KEY UPDATE staff_id = 1',
                          'INSERT INTO room_services VALUES (1, 1), (1, 2) ON DUPLICATE KEY UPDATE service_id = 1',
                          'COMMIT'):
            shell(statement)
    return run


def booking(visitor, patient_id, at, staff_id=1, service_id=1, day=1, time='10:00'):
    """A function that books and gives True, or False where the rules refuse it."""
    wanted = Wanted(patient_id=patient_id, staff_id=staff_id, service_id=service_id, starts_at=at(time, day))

    def act():
        try:
            return bool(scheduling.book(visitor, wanted))
        except (Refused, NotFound):
            return False
    return act


@pytest.mark.parametrize('change', CHANGES, ids=lambda change: change.__name__)
def test_a_visit_booked_while_it_is_taken_away_is_seen_or_refused(restored, shell, at, change):
    booked = unseen = others = wanted_others = 0
    for number in range(ROUNDS):
        restored()
        if change in NEEDS_ROOM_1:
            shell('DELETE FROM room_services WHERE room_id = 2 AND service_id = 1')

        def seen():
            change(at)
            return len(database.rows('appointments/list_coming_for_desk', patient_id=1, user_id=1,
                                     now=clock.now(), limit=5))
        acts = [booking(PETRA, 1, at), seen]
        if number % 2:
            where = {'time': '11:00', **CHANGES[change]}
            if change in NEEDS_ROOM_1:
                where = {'staff_id': 3, 'service_id': 3}
            acts.append(booking(PAUL, 3, at, **where))
        results = together(acts)
        assert not [each for each in results if isinstance(each, Exception)], results
        booked += results[0]
        unseen += results[0] and not results[1]
        others += len(results) > 2 and results[2]
        wanted_others += len(results) > 2

    assert unseen == 0, f'{unseen} of {booked} visits that were booked in {ROUNDS} rounds'
    assert others >= 0.8 * wanted_others
    print(f'{change.__name__}: {booked} of {ROUNDS} booked first, {others} of {wanted_others} others')
