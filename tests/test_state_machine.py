"""Anybody does anything, in any order, through the pages: the database and a model in plain dicts stay the same clinic.

Hypothesis chooses the acts and, where one turns out wrong, the fewest that show it. CLINIC_EXAMPLES=500 looks longer.
"""

import datetime as dt
import os
import re

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from app import clock, tokens
from app.visits import account_limits
from tests.conftest import PASSWORD
from tests.support import invariants
from tests.support.browser import Browser
from tests.support.model import DONE, MISSING, MOMENTS, OFFERS, REFUSED, SERVICES, SLOTS, Model

EXAMPLES, STEPS = int(os.environ.get('CLINIC_EXAMPLES', 12)), 40
PATIENTS = ('petra@mail.test', 'paul@mail.test', 'new@mail.test')
STAFF = ('weber@clinic.test', 'ada@clinic.test')
ADA = ('ada@clinic.test', 0)
DEVICES = [(email, number) for email in PATIENTS for number in (0, 1)] + [(email, 0) for email in STAFF]
PASSWORDS = (PASSWORD, 'tall grey heron at noon', 'walrus trombone kettle drum')

slots = st.sampled_from(SLOTS)
mostly, seldom = st.sampled_from((True, True, True, False)), st.sampled_from((False, False, False, True))
which = st.integers(0, 30)              # of what there is, counted round and round
ACTS = ('register', 'sign_out', 'change_password', 'close', 'reopen', 'make_link', 'use_link')


class Clinic(RuleBasedStateMachine):
    def __init__(self, shell, fresh):
        super().__init__()
        fresh()
        self.shell, self.model, self.addresses = shell, Model(), 0
        self.browsers = {device: Browser() for device in DEVICES}
        self.signed_in, self.forms, self.links = set(), [], []
        clock.freeze(clock.to_utc(self.model.now))
        for email in (*STAFF, *PATIENTS[:2]):
            self.enter((email, 0), right=True)
            self.browsers[email, 0].get('/profile')

    def post(self, device, path, **fields):
        """Send a form from the page last shown; the status, 'login' where one is asked to sign in.

        One is asked by the sign-in page itself, which keeps what was typed; a form without a field is sent there.
        """
        page = self.browsers[device].post(path, fields, follow=False)
        assert page.status < 500, (path, fields)
        kept = {f'kept_field_{name}': str(value) for name, value in fields.items()
                if name != 'request_key' and 'password' not in name}
        is_kept = page.status == 401 and any(action == '/login' and kept.items() <= form.items()
                                             for action, form in page.forms)
        return 'login' if is_kept or page.headers.get('location', '').startswith('/login') else page.status

    def act(self, device, path, expected, **fields):
        """Send a form that only the signed-in may send; whether it was carried out. expected: the model's answer."""
        if device not in self.signed_in:
            assert self.post(device, path, **fields) == 'login'
            return False
        status, wanted = self.post(device, path, **fields), expected()
        assert status == wanted, (status, wanted, path, fields, self.browsers[device].page.text)
        return status == DONE

    def leave(self, email, but=None):
        self.signed_in -= {device for device in self.signed_in if device[0] == email and device != but}

    def visit(self, number):
        keys = sorted(self.model.visits)
        return keys[number % len(keys)]

    def device(self, number, fits):
        """One of the devices that are signed in and fit, or any that a patient has."""
        found = [device for device in DEVICES if device in self.signed_in and fits(device[0])] or DEVICES[:6]
        return found[number % len(found)]

    def who_sees(self, number, key, fits):
        return self.device(number, lambda email: self.model.may_see(email, key) or not fits)

    def from_somewhere(self, device):
        """Who gives a password comes from a new address each time: slowing down guesses is tested elsewhere."""
        self.addresses += 1
        self.browsers[device].address = f'10.{self.addresses >> 8}.{self.addresses & 255}.1'

    def password_of(self, email, right):
        known = self.model.accounts.get(email, {'password': PASSWORDS[0]})['password']
        return known if right else next(password for password in PASSWORDS if password != known)

    @rule(really=seldom, moment=st.sampled_from(MOMENTS))
    def let_time_pass(self, really, moment):
        if really:
            self.wait_until(moment)

    def wait_until(self, moment):
        """Sessions and links wait as well: when they end is tested elsewhere."""
        minutes = max(moment - self.model.now, dt.timedelta()) // dt.timedelta(minutes=1)
        for column in ('sessions.created_utc', 'sessions.seen_utc', 'sessions.expires_utc',
                       'password_resets.created_utc', 'password_resets.expires_utc'):
            self.shell(f'UPDATE {column.split(".")[0]} SET {column} = {column} + INTERVAL %s MINUTE', minutes)
        self.model.now += dt.timedelta(minutes=minutes)
        clock.freeze(clock.to_utc(self.model.now))

    # ---- accounts

    @rule(number=which, right=mostly)
    def sign_in(self, number, right):
        left = [device for device in DEVICES if device not in self.signed_in]
        if left:
            self.enter(left[number % len(left)], right)

    def enter(self, device, right):
        password = self.password_of(device[0], right)
        self.from_somewhere(device)
        self.browsers[device].get('/login')
        status = self.post(device, '/login', email=device[0], password=password)
        assert status == (DONE if self.model.opens(device[0], password) else REFUSED)
        if status == DONE:
            self.signed_in.add(device)

    @rule(act=st.sampled_from(ACTS), number=which, right=st.booleans(), new=st.sampled_from(PASSWORDS))
    def change_an_account(self, act, number, right, new):
        """One rule for all of these, so that most steps are about visits."""
        if act in ('register', 'sign_out', 'change_password'):
            getattr(self, act)(DEVICES[number % 6], right, new)
        elif act == 'use_link':
            self.use_link(number, new)
        else:
            email = (*PATIENTS, 'weber@clinic.test')[number % 4]
            if email in self.model.accounts:
                getattr(self, act)(email, self.model.accounts[email])

    def register(self, device, _right, password):
        device, email = ('new@mail.test', device[1]), 'new@mail.test'
        if email in self.model.accounts:        # it would open a second one, which tests/test_addresses.py looks at
            return
        self.from_somewhere(device)
        self.browsers[device].get('/register')
        status = self.post(device, '/register', email=email, password=password, full_name='Nia Newcomer', phone='',
                           birth_date='')
        (user_id, patient_id), = self.shell(
            'SELECT user_id, patient_id FROM users JOIN patients USING (user_id) WHERE users.email = %s', email)
        self.model.accounts[email] = {'user_id': user_id, 'patients': [patient_id], 'password': password,
                                      'is_active': True, 'is_proven': False}
        assert status == DONE
        self.signed_in.add(device)

    def sign_out(self, device, _right, _new):
        if self.act(device, '/logout', lambda: DONE):
            self.signed_in.discard(device)

    def change_password(self, device, right, new):
        self.from_somewhere(device)
        if self.act(device, '/profile/password', lambda: DONE if right else REFUSED,
                    current_password=self.password_of(device[0], right), password=new):
            self.model.set_password(device[0], new)
            self.leave(device[0], but=device)

    def close(self, email, account):
        assert self.act(ADA, f'/admin/users/{account["user_id"]}/deactivate', lambda: DONE)
        self.model.close(email)
        self.leave(email)

    def reopen(self, _email, account):
        assert self.act(ADA, f'/admin/users/{account["user_id"]}/reactivate', lambda: DONE)
        account['is_active'] = True

    def make_link(self, email, account):
        status = self.post(ADA, f'/admin/users/{account["user_id"]}/link')
        found = re.search('/reset-password/[A-Za-z0-9_-]{43}', self.browsers[ADA].page.text)
        assert (status, bool(found)) == ((200, True) if account['is_active'] else (REFUSED, False))
        if found:
            self.model.links.setdefault(email, set()).add(found[0])
            self.links.append((email, found[0]))

    def use_link(self, number, password):
        """A stranger opens one of the links there ever were, with the form's token at hand whether it works or not."""
        if not self.links:
            return
        email, link = self.links[number % len(self.links)]
        works, stranger = link in self.model.links.get(email, ()), Browser()
        assert stranger.get(link).status == (200 if works else MISSING)
        assert stranger.post(link, {'password': password}, follow=False).status == (DONE if works else MISSING)
        if works:
            self.model.set_password(email, password)
            self.leave(email)

    # ---- visits

    @rule(really=seldom, service=st.sampled_from(sorted(SERVICES)), place=st.sampled_from(('room', 'phone')),
          who=st.sampled_from(('on', 'on', 'desk')))
    def decide_on_a_service(self, really, service, place, who):
        if not really:
            return
        minutes, pause, rooms = SERVICES[service]
        (name,), = self.shell('SELECT name FROM services WHERE service_id = %s', service)
        ticks = [f'staff_{staff}' for staff, offered in OFFERS if offered == service]
        ticks += [f'room_{room}' for room in rooms]
        if self.act(ADA, f'/admin/services/{service}', lambda: DONE, name=name, minutes=minutes, pause_minutes=pause,
                    place=place, is_active=who, **dict.fromkeys(ticks, 'on')):
            self.model.has_room[service], self.model.is_online[service] = place == 'room', who == 'on'

    @rule(offer=st.sampled_from(OFFERS), starts=slots, foreign=seldom, number=which)
    def book(self, offer, starts, foreign, number):
        device = self.device(number, lambda email: email in PATIENTS)
        own = self.model.accounts.get(device[0], {'patients': [4]})['patients']
        patient = 4 if foreign else own[number % len(own)]      # 4: Mallory
        fields = {'staff_id': offer[0], 'service_id': offer[1], 'starts_at': f'{starts:%Y-%m-%dT%H:%M}',
                  'patient_id': patient, 'reason': 'A cough', 'request_key': tokens.new()}
        if self.act(device, '/appointments', lambda: self.model.book(device[0], patient, *offer, starts), **fields):
            key = self.key_of(device)
            (room,), = self.shell('SELECT room_id FROM appointments WHERE appointment_id = %s', key)
            assert room in self.model.rooms_for(offer[1])
            self.model.visits[key] = {'patient': patient, 'staff': offer[0], 'service': offer[1], 'starts': starts,
                                      'status': 'booked', 'room': room, 'version': 0}
            self.forms.append((device, fields, key))

    def key_of(self, device):
        return int(re.match(r'/appointments/(\d+)', self.browsers[device].page.headers['location'])[1])

    @precondition(lambda self: self.forms)
    @rule(number=which)
    def send_the_same_form_again(self, number):
        device, fields, key = self.forms[number % len(self.forms)]
        if self.model.visits[key]['status'] in ('booked', 'arrived') and self.model.visits[key]['version'] == 0:
            if self.act(device, '/appointments', lambda: DONE, **fields):
                assert self.key_of(device) == key

    @precondition(lambda self: self.model.visits)
    @rule(number=which, who=which, fits=mostly, starts=slots, is_fresh=mostly)
    def move(self, number, who, fits, starts, is_fresh):
        key = self.visit(number)
        device = self.who_sees(who, key, fits)
        version = self.model.visits[key]['version'] + (not is_fresh)
        if self.act(device, f'/appointments/{key}/reschedule',
                    lambda: self.model.move(device[0], key, starts, version),
                    starts_at=f'{starts:%Y-%m-%dT%H:%M}', version=version):
            self.take_over_room(key)

    @precondition(lambda self: self.model.visits)
    @rule(number=which, staff=st.sampled_from((1, 2)))
    def reassign(self, number, staff):
        key = self.visit(number)
        if self.act(ADA, f'/appointments/{key}/reassign', lambda: self.model.reassign(key, staff),
                    staff_id=staff, room_id=0, version=self.model.visits[key]['version']):
            self.take_over_room(key)

    def take_over_room(self, key):
        (room,), = self.shell('SELECT room_id FROM appointments WHERE appointment_id = %s', key)
        assert room in self.model.rooms_for(self.model.visits[key]['service'])
        self.model.visits[key]['room'] = room

    @precondition(lambda self: self.model.visits)
    @rule(number=which, who=which, fits=mostly, really=seldom)
    def cancel(self, number, who, fits, really):
        key = self.visit(number)
        device = self.who_sees(who, key, fits)
        if not really:
            return
        self.act(device, f'/appointments/{key}/cancel',
                 lambda: self.model.set_status(device[0], key, 'cancelled'), reason='')

    @precondition(lambda self: self.model.visits)
    @rule(number=which, who=st.sampled_from(DEVICES[6:]), fits=mostly, waits=mostly,
          to_status=st.sampled_from(('booked', 'arrived', 'completed', 'no_show')),
          known=st.sampled_from((None, None, None, 'booked', 'arrived')))
    def mark(self, number, who, fits, waits, to_status, known):
        key = self.visit(number)
        if fits and not self.model.may_see(who[0], key):
            who = ADA
        if waits:
            starts = self.model.visits[key]['starts']
            self.wait_until(dt.datetime.combine(starts, dt.time()) if to_status == 'arrived' else starts)
        from_status = known or self.model.visits[key]['status']
        self.act(who, f'/appointments/{key}/status',
                 lambda: self.model.set_status(who[0], key, to_status, from_status),
                 status=to_status, from_status=from_status)

    # ---- what must be true after each step

    @invariant()
    def the_database_is_the_model(self):
        rows = self.shell('SELECT appointment_id, patient_id, staff_id, service_id, starts_at, status, room_id, version'
                          ' FROM appointments')
        assert {key: dict(zip(('patient', 'staff', 'service', 'starts', 'status', 'room', 'version'), row, strict=True))
                for key, *row in rows} == self.model.visits
        assert not invariants.broken(self.shell)

    @invariant()
    def everybody_sees_their_own_and_nobody_else_anything(self):
        for device in DEVICES[:6]:
            page = self.browsers[device].get('/appointments', follow=False)
            if device not in self.signed_in:
                assert page.status == 303 and page.headers['location'].startswith('/login'), device
                continue
            shown = {int(key) for key in re.findall(r'href="/appointments/(\d+)', page.text)}
            assert shown == self.model.visits_of(device[0]), device

    @invariant()
    def staff_see_the_day_while_they_are_signed_in(self):
        for device in DEVICES[6:]:
            page = self.browsers[device].get('/staff', follow=False)
            assert page.status == (200 if device in self.signed_in else 303), device

    @precondition(lambda self: self.model.visits)
    @rule(number=which)
    def look_at_a_visit(self, number):
        key = self.visit(number)
        for device in DEVICES:
            status = self.browsers[device].get(f'/appointments/{key}', follow=False).status
            if device in self.signed_in:
                assert status == (200 if self.model.may_see(device[0], key) else MISSING), device
            else:
                assert status == 303, device


@pytest.mark.timeout(900)                # where something is wrong, finding the fewest acts takes up to five minutes
def test_the_clinic_and_the_model_stay_the_same(shell, fresh, monkeypatch):
    monkeypatch.setattr(account_limits, 'MOST_ACTS', 1000)
    run_state_machine_as_test(lambda: Clinic(shell, fresh), settings=settings(
        max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, print_blob=True, database=None,
        suppress_health_check=list(HealthCheck)))
