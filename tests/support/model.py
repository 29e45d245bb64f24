"""The clinic in plain dicts: what the tests' cast may do, and what comes of it. It knows no SQL and no pages.

Each act gives the status that the clinic must answer with, and changes the model where that is 303.
"""

import datetime as dt

from tests.conftest import MONDAY, PASSWORD

SERVICES = {1: (30, 0, (1, 2)), 2: (60, 0, (1, 2)), 3: (15, 5, (2,))}      # minutes, pause, rooms
OFFERS = ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3))                           # staff, service
SLOTS, MOMENTS = (
    tuple(dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time.fromisoformat(time)) for days, time in times)
    for times in (((0, '10:00'), (0, '10:30'), (1, '09:00'), (1, '09:30'), (1, '10:00'), (1, '10:30'), (2, '09:00')),
                  ((0, '08:00'), (0, '10:00'), (0, '10:30'), (1, '00:00'), (1, '09:00'), (1, '10:00'))))
HOLDING = {'booked', 'arrived', 'completed'}
MOVES = {('booked', 'arrived'), ('arrived', 'completed'), ('booked', 'completed'), ('booked', 'no_show'),
         ('booked', 'cancelled'), ('arrived', 'booked'), ('completed', 'arrived'), ('no_show', 'booked'),
         ('cancelled', 'booked')}
DEADLINE, NOTICE, MOST_AHEAD = dt.timedelta(days=1), dt.timedelta(hours=1), 5
OF_AN_ACCOUNT = {'unproven': 1, 'new': 3, 'known': 10}       # visits ahead
DONE, REFUSED, TAKEN, MISSING = 303, 422, 409, 404


class Model:
    """accounts: email → user_id, password, is_active, is_proven, patients. visits: appointment_id → its row.
    links: those that work, by email. now: what the clinic's clock shows. has_room, is_online: by service, whether it
    takes a room, and whether patients book it themselves."""

    def __init__(self):
        self.accounts = {
            'petra@mail.test': {'user_id': 6, 'patients': [1, 2]}, 'paul@mail.test': {'user_id': 7, 'patients': [3]},
            'weber@clinic.test': {'user_id': 2, 'patients': []}, 'ada@clinic.test': {'user_id': 1, 'patients': []}}
        for account in self.accounts.values():
            account.update(password=PASSWORD, is_active=True, is_proven=True)
        self.visits, self.links, self.now = {}, {}, MOMENTS[0]
        self.has_room, self.is_online = (dict.fromkeys(SERVICES, True) for _ in range(2))

    def opens(self, email, password):
        account = self.accounts.get(email)
        return bool(account) and account['is_active'] and account['password'] == password

    def visits_of(self, email):
        return {key for key, visit in self.visits.items() if visit['patient'] in self.accounts[email]['patients']}

    def may_see(self, email, key):
        if email == 'ada@clinic.test':
            return key in self.visits
        if email == 'weber@clinic.test':
            return key in self.visits and self.visits[key]['staff'] == 1
        return key in self.visits_of(email)

    def close(self, email):
        self.accounts[email]['is_active'] = False
        self.links.pop(email, None)

    def set_password(self, email, password):
        self.accounts[email]['password'] = password
        self.links.pop(email, None)

    # ---- visits

    def book(self, email, patient, staff, service, starts):
        """The status; the caller adds the visit, with the key and the room that the clinic gave it."""
        if patient not in self.accounts[email]['patients']:
            return MISSING
        if self._is_gone(staff):
            return TAKEN                                # offered when the form was shown, but not any more
        if not self.is_online[service]:
            return REFUSED
        wanted = {'patient': patient, 'staff': staff, 'service': service, 'starts': starts}
        refusal = self.against(wanted, notice=NOTICE)
        return refusal or (REFUSED if self._has_enough(email) else DONE)

    def move(self, email, key, starts, version):
        if not self.may_see(email, key):
            return MISSING
        visit = self.visits[key]
        if visit['status'] in ('booked', 'arrived') and visit['starts'] == starts:
            return DONE
        if visit['status'] != 'booked' or version != visit['version']:
            return TAKEN
        if self._is_too_late(email, visit):
            return REFUSED
        refusal = self.against({**visit, 'starts': starts}, key, NOTICE if is_patient(email) else dt.timedelta())
        if not refusal:
            visit.update(starts=starts, version=visit['version'] + 1)
        return refusal or DONE

    def reassign(self, key, staff):
        """An admin gives a visit to another doctor, at the same time."""
        visit = self.visits[key]
        if visit['status'] not in ('booked', 'arrived'):
            return TAKEN
        if visit['staff'] == staff:
            return DONE
        if (staff, visit['service']) not in OFFERS:
            return REFUSED
        refusal = self.against({**visit, 'staff': staff}, key, is_at_new_time=False)
        if not refusal:
            visit.update(staff=staff, version=visit['version'] + 1)
        return refusal or DONE

    def set_status(self, email, key, to_status, from_status=None):
        if not self.may_see(email, key):
            return MISSING
        visit = self.visits[key]
        if visit['status'] == to_status:
            return DONE
        if visit['status'] == 'booked' and self._is_too_late(email, visit):
            return REFUSED
        if from_status not in (None, visit['status']) or (visit['status'], to_status) not in MOVES:
            return TAKEN
        if self._is_too_early(visit, to_status):
            return REFUSED
        if visit['status'] == 'cancelled' and span(visit)[1] > self.now and self._is_gone(visit['staff']):
            return REFUSED
        if to_status in HOLDING and visit['status'] not in HOLDING and self._is_taken(visit, visit['room'], key):
            return TAKEN
        visit['version'] += 2 if visit['status'] == 'cancelled' else 0
        visit['status'] = to_status
        return DONE

    def against(self, wanted, but=None, notice=dt.timedelta(), is_at_new_time=True):
        """The status with which a time is refused, or None. notice: how long before it this visitor has to book."""
        if self._is_gone(wanted['staff']):
            return REFUSED
        if is_at_new_time and wanted['starts'] < self.now:
            return REFUSED
        rooms = self.rooms_for(wanted['service'])
        if all(self._is_taken(wanted, room, but) for room in rooms):
            return TAKEN
        ahead = sum(visit['patient'] == wanted['patient'] and visit['status'] == 'booked' and key != but
                    and visit['starts'] >= self.now for key, visit in self.visits.items())
        is_against = wanted['starts'] < self.now + notice or ahead >= MOST_AHEAD
        return REFUSED if is_at_new_time and is_against else None

    def rooms_for(self, service):
        """The rooms that a visit may be in; none at all is a choice too."""
        return SERVICES[service][2] if self.has_room[service] else (None,)

    def _has_enough(self, email):
        """Whether all patients of an account together have as many visits ahead as it may have."""
        visits = [self.visits[key] for key in self.visits_of(email)]
        kind = ('unproven' if not self.accounts[email]['is_proven']
                else 'known' if any(visit['status'] == 'completed' for visit in visits) else 'new')
        ahead = sum(visit['status'] == 'booked' and visit['starts'] >= self.now for visit in visits)
        return ahead >= OF_AN_ACCOUNT[kind]

    def _is_gone(self, staff):
        return staff == 1 and not self.accounts['weber@clinic.test']['is_active']

    def _is_taken(self, wanted, room, but):
        """Whether the person, this room or the patient has something else then."""
        starts, ends, free = span(wanted)
        for key, visit in self.visits.items():
            if key == but or visit['status'] not in HOLDING:
                continue
            its_start, its_end, its_free = span(visit)
            is_same = visit['staff'] == wanted['staff'] or (room and visit['room'] == room)
            if its_start < free and its_free > starts and is_same:
                return True
            if its_start < ends and its_end > starts and visit['patient'] == wanted['patient']:
                return True
        return False

    def _is_too_late(self, email, visit):
        return is_patient(email) and visit['starts'] - self.now < DEADLINE

    def _is_too_early(self, visit, to_status):
        """Nobody arrives before the visit's day, and nobody who has not arrived had or missed it before it begins. What
        was cancelled comes back until the end of its day."""
        if visit['status'] == 'cancelled':
            return visit['starts'].date() < self.now.date()
        if visit['status'] != 'booked':
            return False
        if to_status == 'arrived':
            return visit['starts'].date() > self.now.date()
        return to_status in ('completed', 'no_show') and visit['starts'] > self.now


def is_patient(email):
    return email.endswith('@mail.test')


def span(visit):
    """When a visit begins, when it ends, and when person and room are free again."""
    minutes, pause, _ = SERVICES[visit['service']]
    ends = visit['starts'] + dt.timedelta(minutes=minutes)
    return visit['starts'], ends, ends + dt.timedelta(minutes=pause)
