"""Two records of one patient become one. Every visit is moved, and nothing is left that names the other record."""

import datetime as dt
import random

import pytest

from app import database
from app.errors import Busy, NotFound, Refused
from app.mail import links
from app.visits import merging, scheduling
from app.visits.wanted import Wanted
from tests.support import invariants
from tests.support.moments import kinds, together
from tests.support.people import ADA, DORA
from tests.support.statements import statements
from tests.support.visits import book

PETRA, OLGA = 1, 5
VALUES = {'full_name': 'Petra Patient', 'birth_date': dt.date(1980, 2, 29), 'phone': '+49 30 555 01', 'email': None,
          'reference': None}
# Every column that names a patient: each is moved by merging.merge(), goes with the row, or is only staged.
NAMES_A_PATIENT = {
    ('appointments', 'patient_id'): 'moved',
    ('audit_log', 'subject_id'): 'moved',
    ('imported_patients', 'patient_id'): 'moved',
    ('record_views', 'patient_id'): 'moved',
    ('patients_apart', 'patient_id'): 'moved',
    ('patients_apart', 'other_id'): 'moved',
    ('records_declined', 'patient_id'): 'moved',
    ('patients', 'patient_id'): 'the row itself',
    ('patient_words', 'patient_id'): 'goes with the row',
    ('claims', 'patient_id'): 'follows the visits',
    ('import_patients', 'patient_id'): 'no import is at work',
    ('import_visits', 'patient_id'): 'no import is at work',
}


OLGAS_MAIL = "UPDATE patients SET email = 'olga@mail.test' WHERE patient_id = 5"


@pytest.fixture
def merge(cast, shell):
    """merge() → Olga's record is merged into Petra's; merge(kept, gone, full_name=…)."""
    shell(OLGAS_MAIL)

    @database.retried
    def run(kept=PETRA, gone=OLGA, visitor=DORA, **changes):
        with database.transaction() as tx:
            merging.merge(tx, visitor, kept, gone, {**VALUES, **changes})
    return run


def visits_of(shell, patient_id):
    return [number for number, in shell('SELECT appointment_id FROM appointments WHERE patient_id = %s '
                                        'ORDER BY starts_at', patient_id)]


def left_of(shell, patient_id):
    """The columns that still name a patient."""
    found = []
    for table, column in NAMES_A_PATIENT:
        also = " AND subject = 'patients'" if table == 'audit_log' else ''
        if shell(f'SELECT 1 FROM {table} WHERE {column} = %s{also} LIMIT 1', patient_id):
            found.append(table)
    return found


def test_every_column_that_names_a_patient_is_thought_of(shell):
    """A new table that names patients has to be moved by merging.merge(), and belongs into the list."""
    named = set(shell("SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
                      "USING (table_schema, table_name) WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' "
                      "AND column_name = 'patient_id'"))
    named |= set(shell("SELECT table_name, column_name FROM information_schema.key_column_usage WHERE table_schema = "
                       "DATABASE() AND referenced_table_name = 'patients'"))

    assert named | {('audit_log', 'subject_id')} == NAMES_A_PATIENT.keys()


def test_all_visits_move_with_their_claims_their_mail_and_their_history(shell, booked, merge, at):
    own, ahead = booked(at('10:00')), booked(at('11:00'), patient_id=OLGA, staff_id=2)
    shell("INSERT INTO appointments"
          " (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc) VALUES"
          " (5, 1, 1, 1, '2026-05-21 10:00', '2026-05-21 10:30', 'completed', '2026-05-01'),"
          " (5, 1, 1, 1, '2026-05-22 10:00', '2026-05-22 10:30', 'cancelled', '2026-05-01')")
    merge()

    assert len(visits_of(shell, PETRA)) == 4 and {own, ahead} < set(visits_of(shell, PETRA))
    assert shell('SELECT DISTINCT patient_id FROM claims WHERE appointment_id = %s', ahead) == [(PETRA,)]
    assert shell('SELECT COUNT(*) FROM appointment_history WHERE appointment_id = %s', ahead) == [(1,)]
    assert invariants.broken(shell) == {} and left_of(shell, OLGA) == []


def test_nothing_is_left_that_names_the_other_record(shell, merge, take):
    take_patients(take)
    shell('UPDATE patients SET user_id = NULL WHERE patient_id = 3')
    (imported, reference), = shell("SELECT patient_id, reference FROM patients WHERE full_name = 'Ines Import'")
    shell('INSERT INTO patients_apart VALUES (3, %s), (%s, %s)', imported, PETRA, imported)
    shell('INSERT INTO records_declined VALUES (8, %s)', imported)
    shell("INSERT INTO audit_log (at_utc, action, subject, subject_id) VALUES "
          "('2026-06-01', 'patient changed', 'patients', %s)", imported)
    merge(gone=imported, reference=reference)

    assert left_of(shell, imported) == []
    assert shell('SELECT patient_id, is_new, took_phone FROM imported_patients') == [(PETRA, 0, 0)]
    assert shell('SELECT * FROM patients_apart') == [(PETRA, 3)]
    assert shell('SELECT * FROM records_declined') == [(8, PETRA)]
    assert shell('SELECT reference FROM patients WHERE patient_id = 1') == [('old-7',)]


def take_patients(take):
    from app.ops.imports import patients
    assert take(patients, 'reference,full_name,phone\nold-7,Ines Import,030 123456\n')['new'] == 1


def test_an_import_that_is_taken_back_leaves_a_merged_patient_alone(shell, merge, take):
    from app.ops.imports import undo
    take_patients(take)
    (imported,), = shell("SELECT patient_id FROM patients WHERE full_name = 'Ines Import'")
    merge(kept=imported, gone=OLGA, full_name='Ines Import', phone='030 123456', birth_date=None, reference='old-7')
    undo.take_back_now(1)

    assert shell('SELECT full_name FROM patients WHERE patient_id = %s', imported) == [('Ines Import',)]


def test_no_records_are_merged_while_an_import_is_at_work(shell, merge):
    shell("INSERT INTO imports (kind, file_name, begun_utc) VALUES ('patients', 'p.csv', '2026-06-01')")
    with pytest.raises(Refused, match='An import'):
        merge()


def test_the_kept_record_says_what_was_chosen(shell, merge):
    merge(kept=OLGA, gone=3, full_name='Olga Paula Onthephone', birth_date=dt.date(1950, 10, 11), phone=None,
          email='olga@mail.test', reference='77')

    assert shell('SELECT full_name, birth_date, phone, email, reference, user_id FROM patients '
                 'WHERE patient_id = 5') == [
        ('Olga Paula Onthephone', dt.date(1950, 10, 11), None, 'olga@mail.test', '77', None)]
    assert {word for word, in shell('SELECT word FROM patient_words WHERE patient_id = 5')} == {
        'olga', 'paula', 'onthephone'}
    assert not shell('SELECT 1 FROM patients WHERE patient_id = 3')


def test_the_holder_of_an_account_is_called_as_their_record_is(shell, merge):
    merge(full_name='Petra Olga Patient', phone='030 99 99 99')

    assert shell('SELECT full_name, phone FROM users WHERE user_id = 6') == [('Petra Olga Patient', '030 99 99 99')]


def test_a_merge_is_written_down_with_both_names(noted, merge):
    merge()

    assert noted('patients') == [('patients merged', PETRA, '5 Olga Onthephone → 1 Petra Patient')]


def test_visits_at_one_time_are_refused_by_name(shell, booked, merge, at):
    booked(at('10:00'))
    booked(at('10:30'))
    booked(at('09:30'), patient_id=OLGA, staff_id=2, service_id=2)

    def attempt():
        with pytest.raises(Refused) as found:
            merge()
        refusals.append(found)
    refusals = []
    assert 'appointments/move_to_patient' not in statements(attempt)        # it looks before the key has to
    refused, = refusals

    assert refused.value.status == 409 and refused.value.rule == 'patient_taken'
    assert ('Mon 1 Jun 2026, 10:00 with Dr. Anna Weber, and Mon 1 Jun 2026, 09:30 with Dr. Ben Okafor'
            in str(refused.value))
    assert len(visits_of(shell, OLGA)) == 1 and invariants.broken(shell) == {}


@pytest.mark.parametrize(('status', 'start', 'refused'), [
    ('booked', '10:00', True), ('completed', '10:15', True), ('cancelled', '10:00', False), ('no_show', '10:00', False),
    ('booked', '10:30', False), ('booked', '09:30', False)])
def test_only_visits_that_hold_the_same_time_are_in_the_way(shell, booked, merge, at, status, start, refused):
    booked(at('10:00'))
    shell('INSERT INTO appointments'
          ' (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc)'
          ' VALUES (5, 2, 2, 1, %s, %s, %s, %s)', at(start), at(start) + dt.timedelta(minutes=30), status, at('08:00'))
    if refused:
        with pytest.raises(Refused):
            merge()
    else:
        merge()

    assert invariants.broken(shell) == {}


def test_the_key_refuses_what_slips_past_the_look_in_the_same_words(shell, booked, merge, at, monkeypatch):
    booked(at('10:00'))
    look, seen = merging.list_overlaps, []

    def blind(tx, *pair):
        seen.append(pair)
        return [] if len(seen) == 1 else look(tx, *pair)
    monkeypatch.setattr(merging, 'list_overlaps', blind)
    booked(at('10:00'), patient_id=OLGA, staff_id=2)
    with pytest.raises(Refused, match='10:00 with Dr. Anna Weber, and Mon 1 Jun 2026, 10:00 with Dr. Ben Okafor'):
        merge()

    assert len(seen) == 2 and len(visits_of(shell, OLGA)) == 1


@pytest.mark.parametrize(('kept', 'gone'), [(PETRA, PETRA), (PETRA, 999), (999, PETRA)])
def test_a_record_that_is_not_there_cannot_be_merged(merge, kept, gone):
    with pytest.raises(NotFound):
        merge(kept=kept, gone=gone)


def test_a_forgotten_patient_cannot_be_merged(shell, merge):
    shell("UPDATE patients SET forgotten_utc = '2026-06-01' WHERE patient_id = 5")
    with pytest.raises(NotFound):
        merge()


def test_the_link_in_a_mail_to_the_other_record_does_not_open_the_kept_ones_visits(shell, booked, merge, at):
    """A link is signed for the address that it went to. The visit has another one now."""
    visit = booked(at('11:00', 1), patient_id=OLGA)
    before = database.one('appointments/find_for_mail', appointment_id=visit)
    link = links.make('cancel', before)
    merge()

    assert database.one('appointments/find_for_mail', appointment_id=visit)['patient_email'] == 'petra@mail.test'
    assert links.make('cancel', database.one('appointments/find_for_mail', appointment_id=visit)) != link


ROUNDS, CLIENTS = 12, 10


def test_bookings_at_the_same_moment_lose_no_visit_and_double_none(cast, fresh, shell, at, merge):
    """Ten book for either record while two merge them, one this way and one that: each visit is there, and once."""
    shapes = set()
    for number in range(ROUNDS):
        fresh()
        shell(OLGAS_MAIL)
        book(DORA, at('09:00', 2), patient_id=OLGA)
        starts = [at('09:30', 2) + dt.timedelta(minutes=30) * each for each in range(5)] * 2
        chosen = random.Random(number)
        acts = [lambda start=start, who=who: again(lambda: scheduling.book(ADA, Wanted(
            patient_id=who, staff_id=2 if who == OLGA else 1, service_id=1, starts_at=start,
            overruled=('visits_ahead',), why='race')))
                for start, who in zip(starts, [PETRA] * 5 + [OLGA] * 5, strict=True)]
        acts += [lambda: again(merge), lambda: again(
            lambda: merge(kept=OLGA, gone=PETRA, email='olga@mail.test'))]
        chosen.shuffle(acts)
        results = together(acts)

        won = [each for each in results if isinstance(each, int)]
        assert kinds(results).keys() <= {'won', 'NotFound', 'NoneType', 409}, kinds(results)
        assert {number for number, in shell('SELECT appointment_id FROM appointments')} > set(won)
        assert shell('SELECT COUNT(*) FROM appointments') == [(len(won) + 1,)]
        assert invariants.broken(shell) == {} and invariants.claims_of_nobody(shell) == []
        gone = [who for who in (PETRA, OLGA) if not shell('SELECT 1 FROM patients WHERE patient_id = %s', who)]
        shapes.add((len(won), len(gone)))
        for who in gone:
            assert left_of(shell, who) == [] and visits_of(shell, who) == []
    assert len(shapes) > 1, shapes


def again(act):
    while True:
        try:
            return act()
        except Busy:
            continue

