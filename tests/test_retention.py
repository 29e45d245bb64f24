"""How long data is kept: what a setting would delete is shown first, carried out once a day, and nothing else goes."""

import dataclasses
import datetime as dt
import logging
import threading
import time

import pytest

from app import clock, config, database
from app.clinic import deleting, retention
from app.commands.watching import watching
from tests.support.moments import during, in_thread, together
from tests.support.people import ADA, DORA, PETRA
from tests.support.statements import statements
from tests.support.visits import book

NEVER = dict.fromkeys(('keep_mail_days', 'keep_audit_days', 'keep_sign_ins_days', 'keep_patients_years',
                       'keep_unproven_days'))
PAGE = '/admin/settings/retention'


@pytest.fixture
def keep(cast):
    """keep(keep_mail_days=30) saves that; all else is kept for ever."""
    return lambda **kept: retention.save(ADA, {**NEVER, **kept})


@pytest.fixture
def sends_mail(cast):
    config.use(dataclasses.replace(cast, smtp_host='127.0.0.1', mail_from='desk@clinic.test'))
    yield
    config.use(cast)


@pytest.fixture
def mail(shell):
    """mail('sent', 40, appointment_id) queues a mail that many days ago."""
    def insert(state, days, appointment_id=None):
        created = clock.now_utc() - dt.timedelta(days=days)
        shell("INSERT INTO notifications (dedupe_key, kind, audience, appointment_id, recipient, state, next_try_utc,"
              " created_utc) VALUES (UUID(), 'booked', 'patient', %s, 'x@mail.test', %s, %s, %s)",
              appointment_id, state, created, created)
    return insert


def past_visit(shell, patient_id, day, status='completed'):
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, reason,"
          " created_utc) VALUES (%s, 1, 1, 1, %s, %s, %s, 'A cough', %s)", patient_id, f'{day} 1{patient_id}:00',
          f'{day} 1{patient_id}:30', status, day)


def names(shell):
    return {name for name, in shell('SELECT full_name FROM patients WHERE forgotten_utc IS NULL')}


def gone(column):
    """How many of a kind would go now, by what is saved."""
    return retention.would_go(retention.find()).get(column, {'amount': None})['amount']


# What goes

def test_only_mail_that_is_settled_and_old_goes(keep, mail, shell):
    for state in ('sent', 'failed', 'expired', 'cancelled', 'pending', 'sending'):
        mail(state, 31)
        mail(state, 29)
    keep(keep_mail_days=30)

    assert gone('keep_mail_days') == 4
    assert deleting.if_due()['mail'] == 4
    assert shell('SELECT COUNT(*) FROM notifications WHERE created_utc < %s', clock.now_utc() - dt.timedelta(days=30)) \
        == [(2,)]


def test_mail_about_a_visit_ahead_stays_or_its_reminder_would_be_queued_again(keep, mail, shell, at):
    visit = book(PETRA, at('10:00', 21))
    mail('sent', 60, visit)
    past_visit(shell, 1, '2026-03-01')
    (over,), = shell("SELECT appointment_id FROM appointments WHERE starts_at < '2026-04-01'")
    mail('sent', 60, over)
    keep(keep_mail_days=7)
    deleting.if_due()

    left = shell("SELECT appointment_id FROM notifications WHERE recipient = 'x@mail.test'")
    assert left == [(visit,)]


def test_the_audit_goes_by_its_age_and_its_own_line_stays(keep, shell):
    for days in (29, 31, 400):
        shell("INSERT INTO audit_log (at_utc, action, subject) VALUES (%s, 'tested', 'users')",
              clock.now_utc() - dt.timedelta(days=days))
    keep(keep_audit_days=30)

    assert deleting.if_due()['audit'] == 2
    assert shell('SELECT action FROM audit_log ORDER BY at_utc') == [('tested',), ('retention changed',)]


def test_sign_ins_are_kept_for_thirty_days_unless_told_otherwise(cast, shell):
    for days in (3, 29, 31):
        shell("INSERT INTO sign_in_attempts (email, address, tried_utc, succeeded) VALUES ('x', '::1', %s, FALSE)",
              clock.now_utc() - dt.timedelta(days=days))

    assert deleting.if_due() == {'mail': 0, 'audit': 0, 'sign_ins': 1, 'patients': 0, 'unproven': 0}
    retention.save(ADA, NEVER)
    clock.freeze(clock.now_utc() + dt.timedelta(days=100))
    assert deleting.if_due()['sign_ins'] == 0
    retention.save(ADA, {**NEVER, 'keep_sign_ins_days': 2})
    clock.freeze(clock.now_utc() + dt.timedelta(days=2))
    assert deleting.if_due()['sign_ins'] == 2


@pytest.fixture
def old_patients(shell):
    """Everybody was added and signed in long ago; each patient had a visit eleven years ago."""
    shell("UPDATE users SET created_utc = '2010-01-01', signed_in_utc = '2015-05-01'")
    shell("UPDATE patients SET created_utc = '2010-01-01'")
    for patient_id in (1, 2, 3, 4, 5, 6):
        past_visit(shell, patient_id, '2015-05-04')


def test_patients_long_gone_are_forgotten_with_their_accounts_and_their_visits_still_count(keep, old_patients, shell):
    keep(keep_patients_years=10)

    assert gone('keep_patients_years') == 6
    assert deleting.if_due()['patients'] == 6
    assert names(shell) == set()
    assert shell("SELECT COUNT(*) FROM users WHERE role = 'patient'") == [(0,)]
    assert shell('SELECT COUNT(*), MAX(reason) FROM appointments') == [(6, '')]
    assert shell("SELECT COUNT(*) FROM users WHERE role <> 'patient'") == [(5,)]
    assert ('patient forgotten', None) in shell('SELECT action, user_id FROM audit_log')


@pytest.mark.parametrize('change', [
    "UPDATE users SET signed_in_utc = '2020-01-01' WHERE user_id = 6",                      # the holder signed in
    "UPDATE appointments SET starts_at = '2020-01-01 10:00', ends_at = '2020-01-01 10:30' WHERE patient_id = 1",
    "UPDATE appointments SET starts_at = '2020-01-01 10:00', ends_at = '2020-01-01 10:30' WHERE patient_id = 2",
    "UPDATE appointments SET starts_at = '2026-06-10 10:00', ends_at = '2026-06-10 10:30', status = 'booked'"
    " WHERE patient_id = 2",                                                                # the child is to come
    "UPDATE appointments SET starts_at = '2020-01-01 10:00', ends_at = '2020-01-01 10:30', status = 'cancelled'"
    " WHERE patient_id = 2",
    "UPDATE users SET role = 'staff' WHERE user_id = 6",                                    # who works here now
])
def test_whoever_was_heard_of_stays_and_so_does_all_of_the_account(keep, old_patients, shell, change):
    shell(change)
    keep(keep_patients_years=10)

    assert gone('keep_patients_years') == 4
    deleting.if_due()
    assert names(shell) == {'Petra Patient', 'Pia Patient'}
    assert shell('SELECT COUNT(*) FROM users WHERE user_id = 6') == [(1,)]


def test_who_was_added_lately_and_has_not_come_yet_stays(keep, shell):
    keep(keep_patients_years=1)
    before = names(shell)

    assert deleting.if_due()['patients'] == 0 and names(shell) == before


def test_who_was_moved_in_with_old_visits_goes_by_the_visits(keep, shell):
    past_visit(shell, 5, '2012-01-02')              # Olga was added this year
    keep(keep_patients_years=10)
    deleting.if_due()

    assert 'Olga Onthephone' not in names(shell)


@pytest.mark.parametrize('come_in', [
    lambda shell: past_visit(shell, 5, '2026-06-02', 'booked'),
    lambda shell: shell("UPDATE users SET signed_in_utc = '2026-06-01' WHERE user_id = 6"),
])
def test_who_books_or_signs_in_meanwhile_stays(keep, old_patients, shell, come_in):
    """What was listed is looked at again under its lock."""
    keep(keep_patients_years=10)
    with during('retention/list_patients', lambda: come_in(shell)) as errors:
        deleting.if_due()

    assert errors == [] and names(shell) in ({'Olga Onthephone'}, {'Petra Patient', 'Pia Patient'})


def unproven(shell, days=60):
    shell("UPDATE users SET email_proven_utc = NULL, created_utc = %s WHERE user_id IN (1, 6, 7)",
          clock.now_utc() - dt.timedelta(days=days))


def test_registrations_that_nobody_proved_go_and_those_with_a_visit_stay(keep, shell, sends_mail):
    unproven(shell)
    past_visit(shell, 3, '2026-05-04', 'cancelled')         # Paul's
    keep(keep_unproven_days=30)

    assert gone('keep_unproven_days') == 1
    assert deleting.if_due()['unproven'] == 1
    assert shell('SELECT user_id FROM users WHERE user_id IN (1, 6, 7) ORDER BY user_id') == [(1,), (7,)]
    assert not names(shell) & {'Petra Patient', 'Pia Patient'}


def test_a_registration_that_is_proven_or_books_meanwhile_stays(keep, shell, sends_mail):
    unproven(shell)
    keep(keep_unproven_days=30)
    with during('retention/list_unproven', lambda: (
            shell("UPDATE users SET email_proven_utc = '2026-06-01' WHERE user_id = 6"),
            past_visit(shell, 3, '2026-06-02', 'booked'))) as errors:
        assert deleting.if_due()['unproven'] == 0

    assert errors == [] and {'Petra Patient', 'Paul Patient'} <= names(shell)


def test_where_no_mail_is_sent_nobody_could_prove_anything_and_stays(keep, shell, ada):
    unproven(shell)
    keep(keep_unproven_days=30)

    assert deleting.if_due()['unproven'] == 0 and 'Petra Patient' in names(shell)
    assert 'This clinic sends no e-mail, so nobody can confirm an address.' in ada.get(PAGE).text


def test_nothing_that_a_setting_does_not_name_is_deleted(keep, mail, old_patients, shell, sends_mail):
    mail('sent', 4000)
    unproven(shell, 4000)
    shell("INSERT INTO audit_log (at_utc, action, subject) VALUES ('2010-01-01', 'tested', 'users')")
    keep()

    assert set(deleting.if_due().values()) == {0}
    assert retention.would_go(retention.find()) == {}


@pytest.mark.parametrize('today, years, before', [
    ('2028-02-29', 1, '2027-02-28'), ('2028-02-29', 4, '2024-02-28'), ('2026-06-01', 10, '2016-06-01')])
def test_years_are_counted_by_the_calendar(cast, today, years, before):
    clock.freeze(dt.datetime.fromisoformat(today))
    kind = next(kind for kind in retention.KINDS if kind.name == 'patients')

    assert retention.before(kind, {**NEVER, 'keep_patients_years': years}) == dt.datetime.fromisoformat(before)


# By whom and when

def test_of_many_workers_one_does_it_and_once_a_day(keep, mail):
    keep(keep_mail_days=30)
    mail('sent', 40)
    results = together([deleting.if_due] * 6)

    assert sorted(result['mail'] for result in results if result) == [1]
    assert deleting.if_due() is None
    clock.freeze(clock.now_utc() + dt.timedelta(hours=23, minutes=59))
    assert deleting.if_due() is None
    clock.freeze(clock.now_utc() + dt.timedelta(minutes=1))
    assert deleting.if_due() is not None


def test_whoever_serves_or_sends_looks_whether_it_is_due(keep, mail, shell):
    mail('sent', 40)
    keep(keep_mail_days=30)
    with watching():
        for _ in range(100):
            if shell('SELECT COUNT(*) FROM last_retention WHERE finished_utc IS NOT NULL') == [(1,)]:
                break
            time.sleep(0.05)

    assert shell('SELECT mail FROM last_retention') == [(1,)]


@pytest.mark.parametrize('begun, finished, is_due', [
    ('2026-06-01 05:30', None, False), ('2026-06-01 04:59', None, True),           # at work; cut short
    ('2026-06-01 04:59', '2026-06-01 05:00', False), ('2027-01-01', '2027-01-01', True)])      # a clock that was wrong
def test_a_turn_that_was_cut_short_is_taken_up(cast, shell, begun, finished, is_due):
    shell('UPDATE last_retention SET begun_utc = %s, finished_utc = %s', begun, finished)

    assert (deleting.if_due() is not None) == is_due


def test_it_goes_by_portions_that_are_transactions_of_their_own(keep, mail, monkeypatch):
    monkeypatch.setattr(deleting, 'PORTION', 3)
    monkeypatch.setattr(deleting, 'PAUSE', 0)
    for _ in range(7):
        mail('sent', 40)
    keep(keep_mail_days=30)

    assert statements(deleting.if_due).count('retention/delete_mail') == 3


def test_more_people_than_one_portion_go(keep, old_patients, shell, monkeypatch):
    monkeypatch.setattr(deleting, 'PEOPLE', 2)
    monkeypatch.setattr(deleting, 'PAUSE', 0)
    keep(keep_patients_years=10)

    assert deleting.if_due()['patients'] == 6 and names(shell) == set()


def test_a_program_that_stops_leaves_the_rest_to_the_next(keep, mail, shell):
    stopping = threading.Event()
    stopping.set()
    mail('sent', 40)
    keep(keep_mail_days=30)
    deleting.if_due(stopping)

    assert shell('SELECT finished_utc FROM last_retention') == [(None,)]
    clock.freeze(clock.now_utc() + dt.timedelta(hours=1))
    assert deleting.if_due()['mail'] == 1


def test_the_log_tells_how_much_went(keep, mail, caplog):
    mail('sent', 40)
    keep(keep_mail_days=30)
    with caplog.at_level(logging.INFO, 'clinic.retention'):
        deleting.if_due()

    assert caplog.messages == ['kept no longer, and deleted: mail 1']


def test_a_patient_who_books_does_not_wait_while_a_portion_is_at_work(keep, mail, shell, at):
    """The rows that a portion locks are old ones: it may be as slow as it likes."""
    for _ in range(50):
        mail('sent', 40)
        shell("INSERT INTO audit_log (at_utc, action, subject) VALUES ('2020-01-01', 'tested', 'users')")
    with database.transaction() as tx:
        before_utc = clock.now_utc() - dt.timedelta(days=30)
        deleted = (tx.change('retention/delete_mail', before_utc=before_utc, now=clock.now(), limit=500),
                   tx.change('retention/delete_audit', before_utc=before_utc, limit=500))
        thread, visits = in_thread(lambda: book(DORA, at('10:00', 3)))
        thread.join(4)

        assert deleted == (50, 50) and len(visits) == 1


# The page

def test_what_would_go_is_shown_before_anything_is_saved(ada, mail, shell):
    mail('sent', 40)
    mail('sent', 45)
    ada.get(PAGE)
    page = ada.submit(PAGE, keep_mail_days='30', show='yes')

    assert 'Would go now: 2 e-mails, the oldest of Friday 17 April 2026.' in page.text
    assert 'This is not saved yet.' in page.text
    assert dict(page.forms)[PAGE]['keep_mail_days'] == '30'
    assert shell('SELECT keep_mail_days FROM settings') == [(None,)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(2,)]


def test_saving_is_recorded_and_deletes_nothing_yet(ada, mail, shell, noted):
    mail('sent', 40)
    ada.get(PAGE)
    page = ada.submit(PAGE, keep_mail_days='30', keep_sign_ins_days='')

    assert 'How long data is kept is saved.' in page.text and 'Would go now: 1 e-mail,' in page.text
    assert noted('settings') == [('retention changed', None, 'keep mail days: – → 30; keep sign ins days: 30 → –')]
    assert shell('SELECT keep_mail_days, keep_sign_ins_days FROM settings') == [(30, None)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(1,)]
    ada.submit(PAGE)
    assert len(noted('settings')) == 1              # nothing was changed


@pytest.mark.parametrize('name, typed', [
    ('keep_mail_days', '6'), ('keep_mail_days', '0'), ('keep_mail_days', '-1'), ('keep_mail_days', 'x'),
    ('keep_mail_days', '10000'), ('keep_audit_days', '29'), ('keep_sign_ins_days', '1'), ('keep_patients_years', '0'),
    ('keep_patients_years', '100'), ('keep_unproven_days', '6'), ('keep_unproven_days', '7.5')])
@pytest.mark.parametrize('button', [{}, {'show': 'yes'}])
def test_a_length_that_will_not_do_is_told_beside_its_field(ada, shell, name, typed, button):
    ada.get(PAGE)
    page = ada.submit(PAGE, **{name: typed}, **button)

    assert page.status == 422 and f'id="{name}-error"' in page.text
    assert dict(page.forms)[PAGE][name] == typed
    assert ada.get(f'{PAGE}?{name}={typed}').status == 422
    assert shell(f'SELECT {name} FROM settings') in ([(None,)], [(30,)])


def test_the_page_tells_what_was_last_carried_out(ada, keep, mail, shell):
    assert 'Nothing was deleted yet.' in ada.get(PAGE).text
    past_visit(shell, 5, '2012-01-02')
    mail('sent', 40)
    keep(keep_mail_days=30, keep_patients_years=10)
    deleting.if_due()

    assert 'Last carried out' in ada.get(PAGE).text and ': 1 e-mail, 1 patient.' in ada.page.text
    shell('UPDATE last_retention SET finished_utc = NULL')
    assert 'and not finished yet' in ada.get(PAGE).text
