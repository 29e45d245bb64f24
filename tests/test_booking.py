"""Booking, moving and cancelling: one transaction each, and what the database holds afterwards."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import clock, tokens
from app.database.link import Link, Lost
from app.errors import NotFound, Refused
from app.routes.patient.booking import NOT_ABOUT_THE_TIME
from app.visits import rules, scheduling
from app.visits.wanted import Wanted
from tests.support.people import DORA, PAUL, PETRA
from tests.support.statements import statements


@pytest.fixture
def wanted(cast, at):
    """wanted(starts_at='…', …) → what a form asks for: Petra with Dr. Weber, Tuesday 10:00, a consultation."""
    def ask(**changes):
        return Wanted(**{'patient_id': 1, 'staff_id': 1, 'service_id': 1, 'starts_at': at('10:00', 1),
                         'request_key': tokens.new(), **changes})
    return ask


def test_a_visit_holds_person_room_and_patient_in_five_minute_steps(wanted, shell, at):
    appointment_id = scheduling.book(PETRA, wanted())

    claims = shell('SELECT at, staff_id, room_id, patient_id FROM claims WHERE appointment_id = %s ORDER BY at',
                   appointment_id)
    assert [row[0] for row in claims] == [at(f'10:{minute:02}', 1) for minute in range(0, 30, 5)]
    assert {row[1:] for row in claims} == {(1, 1, 1)}


def test_the_pause_after_a_visit_holds_person_and_room_but_not_the_patient(wanted, shell, at):
    appointment_id = scheduling.book(PETRA, wanted(staff_id=3, service_id=3))

    claims = shell('SELECT at, staff_id, room_id, patient_id FROM claims WHERE appointment_id = %s ORDER BY at',
                   appointment_id)
    assert claims[-1] == (at('10:15', 1), 3, 2, None)
    assert len(claims) == 4


def test_two_patients_cannot_have_the_same_time(wanted):
    scheduling.book(PETRA, wanted())

    with pytest.raises(Refused) as refused:
        scheduling.book(PAUL, wanted(patient_id=3))
    assert refused.value.status == 409
    assert refused.value.rule == 'person_taken'


def test_a_patient_cannot_be_in_two_places(wanted):
    scheduling.book(PETRA, wanted())

    with pytest.raises(Refused) as refused:
        scheduling.book(PETRA, wanted(staff_id=2))
    assert (refused.value.status, refused.value.rule) == (409, 'patient_taken')


def test_a_visit_needs_a_room_for_its_whole_length(wanted, shell, at):
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 2')
    scheduling.book(PETRA, wanted(starts_at=at('10:30', 1)))

    with pytest.raises(Refused) as refused:
        scheduling.book(PAUL, wanted(patient_id=3, staff_id=2, service_id=2, starts_at=at('10:00', 1)))
    assert (refused.value.status, refused.value.rule) == (409, 'no_room')


def test_the_usual_room_comes_first_and_another_if_it_is_taken(wanted, shell):
    shell('UPDATE staff SET usual_room_id = 1')
    scheduling.book(PETRA, wanted())
    second = scheduling.book(PAUL, wanted(patient_id=3, staff_id=2))

    assert shell('SELECT room_id FROM appointments WHERE appointment_id = %s', second) == [(2,)]


@pytest.mark.parametrize(('rule', 'change'), [
    ('past', {'starts_at': ('07:00', 0)}),
    ('notice', {'starts_at': ('09:00', 0), 'now': '08:30'}),
    ('horizon', {'starts_at': ('10:00', 64)}),
    ('outside_hours', {'starts_at': ('16:45', 1)}),
    ('outside_hours', {'starts_at': ('10:00', 5)}),
    ('off_grid', {'starts_at': ('10:05', 1)}),
    ('break', {'starts_at': ('12:30', 1)}),
    ('not_offered', {'service_id': 3}),
])
def test_a_rule_is_named_when_it_refuses(wanted, at, rule, change):
    if 'now' in change:
        clock.freeze(clock.to_utc(at(change.pop('now'))))
    change = {name: at(*value) if name == 'starts_at' else value for name, value in change.items()}

    with pytest.raises(Refused) as refused:
        scheduling.book(PETRA, wanted(**change))
    assert (refused.value.status, refused.value.rule) == (422, rule)


def test_closures_and_time_off_refuse(wanted, shell, at):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'Course')")
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-04 10:15', '2026-06-04 11:00')")

    for day, rule in ((2, 'closed'), (3, 'time_off')):
        with pytest.raises(Refused) as refused:
            scheduling.book(PETRA, wanted(starts_at=at('10:00', day)))
        assert refused.value.rule == rule


def test_every_rule_that_refuses_or_that_a_page_decides_by_is_in_the_list():
    """A page that waited for a rule of another name would never hear of it."""
    app = Path(rules.__file__).resolve().parent.parent
    named = re.compile(r"""(?:\brule=|\.rule [=!]= )'(\w+)'""")
    used = {name for module in app.rglob('*.py') for name in named.findall(module.read_text())}

    assert {'version', 'no_room'} <= used
    assert used | NOT_ABOUT_THE_TIME - {None} <= rules.RULES == used | {*rules.SENTENCES}


def test_no_more_visits_ahead_than_the_clinic_allows(wanted, shell, at):
    shell('UPDATE settings SET visits_ahead_limit = 2')
    scheduling.book(PETRA, wanted(starts_at=at('10:00', 1)))
    scheduling.book(PETRA, wanted(starts_at=at('11:00', 1)))

    with pytest.raises(Refused) as refused:
        scheduling.book(PETRA, wanted(starts_at=at('14:00', 1)))
    assert refused.value.rule == 'visits_ahead'


def test_the_same_form_sent_twice_gives_one_visit(wanted, shell):
    form = wanted()

    assert scheduling.book(PETRA, form) == scheduling.book(PETRA, form)
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


@pytest.mark.parametrize('change', [{'patient_id': 2, 'starts_at': ('14:00', 1)}, {'starts_at': ('14:00', 1)},
                                    {'patient_id': 2, 'staff_id': 2}], ids=['who and when', 'when', 'who and whom'])
def test_a_form_filled_in_anew_after_it_had_booked_books_again_and_once(wanted, shell, at, change):
    """Back, another child or time, and sent: what was booked first is no answer to that."""
    form = wanted()
    other = replace(form, **{name: at(*value) if name == 'starts_at' else value for name, value in change.items()})
    first, second = scheduling.book(PETRA, form), scheduling.book(PETRA, other)

    assert first != second == scheduling.book(PETRA, other)
    assert scheduling.book(PETRA, form) == first
    assert shell('SELECT COUNT(*) FROM appointments') == [(2,)]


@pytest.mark.parametrize('change', [{'room_id': 2}, {'reason': 'Something else'}])
def test_a_form_sent_again_with_another_room_or_reason_is_not_said_to_be_booked(wanted, shell, change):
    form = wanted(room_id=1)
    scheduling.book(DORA, form)

    with pytest.raises(Refused):
        scheduling.book(DORA, replace(form, **change))
    assert shell('SELECT room_id, reason FROM appointments') == [(1, form.reason)]


def test_a_form_sent_again_after_its_visit_was_moved_leads_to_that_visit(wanted, shell, at):
    form = wanted()
    visit = scheduling.book(PETRA, form)
    scheduling.move(PETRA, visit, Wanted(starts_at=at('11:00', 1)))

    assert scheduling.book(PETRA, form) == visit
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


@pytest.mark.parametrize('committed', [True, False])
def test_a_booking_whose_commit_got_no_answer_is_made_once(wanted, shell, monkeypatch, committed):
    command, lost = Link.command, []

    def cut(link, text):
        if text == 'COMMIT' and not lost:
            lost.append(text)
            command(link, 'COMMIT' if committed else 'ROLLBACK')
            link.broken = True
            raise Lost('connection lost')
        command(link, text)
    monkeypatch.setattr(Link, 'command', cut)

    appointment_id = scheduling.book(PETRA, wanted())
    assert shell('SELECT appointment_id FROM appointments') == [(appointment_id,)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(1,)]


def test_the_key_of_somebody_elses_form_leads_to_nobodys_visit(wanted, at):
    key = tokens.new()
    scheduling.book(PETRA, wanted(request_key=key))

    with pytest.raises(Refused):
        scheduling.book(PAUL, wanted(request_key=key, patient_id=3, starts_at=at('14:00', 1)))


def test_nobody_books_for_a_patient_of_another_account(wanted):
    with pytest.raises(NotFound):
        scheduling.book(PAUL, wanted(patient_id=2))


def test_a_cancelled_time_can_be_booked_again(wanted, shell):
    first = scheduling.book(PETRA, wanted())
    shell('UPDATE settings SET cancel_deadline_minutes = 60')
    scheduling.cancel(PETRA, first, 'Better again')
    second = scheduling.book(PAUL, wanted(patient_id=3))

    assert shell('SELECT status, cancel_reason FROM appointments WHERE appointment_id = %s', first) == \
        [('cancelled', 'Better again')]
    assert shell('SELECT DISTINCT appointment_id FROM claims') == [(second,)]


def test_after_the_deadline_patients_call(wanted, at):
    appointment_id = scheduling.book(PETRA, wanted())
    clock.freeze(clock.to_utc(at('10:01')))

    with pytest.raises(Refused, match='555 0100'):
        scheduling.cancel(PETRA, appointment_id)
    scheduling.cancel(DORA, appointment_id, 'Called')


def test_a_moved_visit_leaves_its_old_time_free(wanted, shell, at):
    shell('UPDATE settings SET cancel_deadline_minutes = 60')
    first = scheduling.book(PETRA, wanted())
    scheduling.move(PETRA, first, Wanted(starts_at=at('10:30', 1)))
    scheduling.book(PAUL, wanted(patient_id=3))

    assert shell('SELECT version FROM appointments WHERE appointment_id = %s', first) == [(1,)]
    assert shell("SELECT action, details FROM appointment_history WHERE appointment_id = %s ORDER BY history_id DESC",
                 first)[0] == ('moved', '2026-06-02 10:00 → 2026-06-02 10:30')


def test_a_visit_moved_by_five_minutes_is_not_in_its_own_way(wanted, at):
    appointment_id = scheduling.book(DORA, wanted())

    scheduling.move(DORA, appointment_id, Wanted(starts_at=at('10:05', 1), overruled=['off_grid'], why='late bus'))


def test_a_refused_move_leaves_the_visit_where_it_was(wanted, shell, at):
    shell('UPDATE settings SET cancel_deadline_minutes = 60')
    scheduling.book(PAUL, wanted(patient_id=3, starts_at=at('11:00', 1)))
    first = scheduling.book(PETRA, wanted())

    with pytest.raises(Refused):
        scheduling.move(PETRA, first, Wanted(starts_at=at('11:00', 1)))
    assert shell('SELECT starts_at FROM appointments WHERE appointment_id = %s', first) == [(at('10:00', 1),)]
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', first) == [(6,)]


def test_staff_overrule_rules_knowingly_but_no_keys(wanted, shell, at):
    lunch = wanted(starts_at=at('12:00', 1), overruled=['break', 'notice'], why='In pain')
    appointment_id = scheduling.book(DORA, lunch)

    assert shell('SELECT overruled FROM appointment_history WHERE appointment_id = %s', appointment_id) == \
        [('break: In pain',)]
    with pytest.raises(Refused) as refused:
        scheduling.book(DORA, wanted(starts_at=at('12:00', 1), patient_id=3, overruled=['break', 'person_taken']))
    assert refused.value.rule == 'person_taken'


def test_patients_overrule_nothing(wanted, at):
    with pytest.raises(Refused):
        scheduling.book(PETRA, wanted(starts_at=at('12:00', 1), overruled=['break']))


def test_a_status_makes_only_legal_moves(wanted, shell, at):
    appointment_id = scheduling.book(PETRA, wanted())
    clock.freeze(clock.to_utc(at('10:00', 1)))
    scheduling.set_status(DORA, appointment_id, 'arrived')

    with pytest.raises(Refused) as refused:
        scheduling.set_status(DORA, appointment_id, 'no_show')
    assert refused.value.status == 409
    with pytest.raises(Refused):
        scheduling.set_status(PETRA, appointment_id, 'completed')
    scheduling.set_status(DORA, appointment_id, 'booked')
    scheduling.set_status(DORA, appointment_id, 'no_show')
    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]


def test_a_booking_queues_its_mail_in_the_same_transaction(wanted, shell):
    appointment_id = scheduling.book(PETRA, wanted())

    assert shell('SELECT dedupe_key, recipient FROM notifications') == \
        [(f'visit:{appointment_id}:v0:booked:patient', 'petra@mail.test')]
    with pytest.raises(Refused):
        scheduling.book(PAUL, wanted(patient_id=3))
    assert shell('SELECT COUNT(*) FROM notifications') == [(1,)]


def test_booking_takes_ten_statements_and_two_about_a_patients_account(wanted):
    of_account = ['users/lock', 'appointment_history/find_earlier_act']
    before, after = ['START TRANSACTION', 'patients/lock_with_staff'], [
        'calendar/lock_with_service', 'availability/check_rules', 'availability/check_taken', 'rooms/lock',
        'appointments/insert', 'appointment_history/insert', 'notifications/insert_for_visit', 'COMMIT']

    assert statements(lambda: scheduling.book(PETRA, wanted())) == [*before, *of_account, *after]
    assert statements(lambda: scheduling.book(DORA, wanted(patient_id=5, staff_id=2))) == [*before, *after]
