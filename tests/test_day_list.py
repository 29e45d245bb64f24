"""The list of a day: today by what has to be done next; who is late, who waits, and what staff must know."""

import re

import pytest

from app import clock
from app.visits import noting, scheduling
from app.visits.day_list import sections
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.clicks import clicks_of
from tests.support.moments import clock_at
from tests.support.people import DORA, OKAFOR, WEBER

SECTION = re.compile(r'class="day-part day-part-(\w+)"')


def found(text):
    """The page's sections: name → the numbers of its visits, in their order."""
    _, *parts = SECTION.split(text)
    return {name: [int(number) for number in re.findall(r'id="visit-(\d+)"', part)]
            for name, part in zip(parts[::2], parts[1::2], strict=True)}


def line(text, number):
    return ' '.join(text.partition(f'id="visit-{number}"')[2].partition('</li>')[0].split())


@pytest.fixture
def morning(booked, at):
    """A day of Dr. Weber at 10:20: who was seen, did not come, is here, is late twice, comes next, and later."""
    numbers = {'seen': booked(at('09:00')), 'missed': booked(at('09:30'), patient_id=3),
               'here': booked(at('10:30'), patient_id=5), 'late': booked(at('10:00')),
               'next': booked(at('11:00'), patient_id=3), 'later': booked(at('14:00'), patient_id=5)}
    for name, time, status in (('seen', '09:05', 'completed'), ('missed', '09:40', 'no_show'),
                               ('here', '10:05', 'arrived')):
        with clock_at(at(time)):
            scheduling.set_status(DORA, numbers[name], status)
    clock.freeze(clock.to_utc(at('10:20')))
    return numbers


@pytest.mark.parametrize('email', [WEBER.email, DORA.email])
def test_today_is_divided_by_what_has_to_be_done_next(morning, email):
    text = signed_in(email).get('/staff?view=list').text

    assert found(text) == {'here': [morning['here']], 'late': [morning['late']], 'next': [morning['next']],
                           'later': [morning['later']], 'done': [morning['seen'], morning['missed']]}
    assert text.index('day-part-late') < text.index('now-line') < text.index('day-part-next')
    for words in ('Here now (1)', 'Late (1)', 'Done (2)', 'It is now </span>10:20'):
        assert words in text


def test_another_day_is_in_the_order_of_the_clock(morning, booked, at):
    first, second = booked(at('09:00', 1)), booked(at('11:00', 1), patient_id=3)
    text = signed_in(WEBER.email).get('/staff?day=2026-06-02').text

    assert found(text) == {} and 'now-line' not in text
    assert [int(number) for number in re.findall(r'id="visit-(\d+)"', text)] == [first, second]


def test_a_visit_of_today_stays_in_the_list_until_it_has_an_outcome(morning, at):
    clock.freeze(clock.to_utc(at('23:50')))

    assert morning['late'] in found(signed_in(DORA.email).get('/staff?view=list').text)['late']


def test_what_begins_first_is_next_however_long_it_takes(booked, at):
    first, second = booked(at('14:00')), booked(at('16:00'), patient_id=3)

    assert found(signed_in(WEBER.email).get('/staff').text) == {'next': [first], 'later': [second]}


def test_a_break_that_is_over_is_left_out(morning, at):
    weber = signed_in(WEBER.email)
    assert 'Break' in weber.get('/staff').text
    clock.freeze(clock.to_utc(at('13:30')))

    assert 'Break' not in signed_in(WEBER.email).get('/staff').text


def test_an_empty_day_has_no_sections(at):
    assert sections([], at('10:00')) == []


def test_the_list_says_how_long_somebody_has_waited_and_how_late_somebody_is(morning):
    text = signed_in(WEBER.email).get('/staff').text

    assert 'In the waiting room' in line(text, morning['here']) and '>15 min<' in line(text, morning['here'])
    assert '20 min late' in line(text, morning['late'])
    assert 'late"' not in line(text, morning['next']).partition('visit-act')[0]


@pytest.mark.parametrize(('name', 'verb', 'more'), [
    ('here', 'Finish', {'booked'}), ('late', 'Check in', {'completed', 'no_show'}),
    ('next', 'Check in', set()), ('seen', None, {'arrived'}), ('missed', None, {'booked'})])
def test_a_row_has_one_large_verb_and_the_rest_under_more(morning, name, verb, more):
    row = line(signed_in(WEBER.email).get('/staff').text, morning[name])
    before, _, after = row.partition('<details')

    assert re.findall(r'name="status"[^>]*>([\w ]+)<', before) == ([verb] if verb else [])
    assert set(re.findall(r'name="status" value="(\w+)"', after)) == more


def test_the_reason_of_each_visit_is_on_the_list(booked, at):
    booked(reason='Flu jab,\nallergic to <eggs>')

    assert '“Flu jab, allergic to &lt;eggs&gt;”' in signed_in(WEBER.email).get('/staff').text


# Somebody is late

def test_the_desk_writes_down_from_the_list_how_late_somebody_will_be(booked, shell):
    number, dora = booked(), signed_in(DORA.email)
    dora.get('/staff?view=list')
    page = dora.submit(f'/appointments/{number}/status', follow=False)      # the list's form has both
    fields = next(form for where, form in dora.get('/staff?view=list').forms if where.endswith(f'/{number}/status'))
    page = dora.post(f'/appointments/{number}/late', {**fields, 'late_minutes': '20'}, follow=False)

    assert page.status == 303
    assert page.headers['location'] == f'/staff?day=2026-06-01&view=list&staff_id=0#visit-{number}'
    assert shell('SELECT late_minutes FROM appointments') == [(20,)]
    assert 'said 20 min late' in line(dora.get('/staff?view=list').text, number)
    text = dora.get(f'/appointments/{number}').text
    assert '20 minutes late' in text and 'said 20 min late' in text


def test_nobody_is_late_any_more_when_the_field_is_empty(booked, shell):
    number, weber = booked(), signed_in(WEBER.email)
    noting.note_late(DORA, number, 30)
    weber.get(f'/appointments/{number}')
    weber.submit(f'/appointments/{number}/late', late_minutes='')

    assert shell('SELECT late_minutes FROM appointments') == [(None,)]
    assert shell("SELECT details FROM appointment_history WHERE action = 'changed' ORDER BY history_id") == [
        ('30 minutes late',), ('not late any more',)]


def test_the_same_delay_is_written_down_once(booked, shell):
    number = booked()
    for _ in range(2):
        noting.note_late(DORA, number, 15)

    assert shell("SELECT COUNT(*) FROM appointment_history WHERE action = 'changed'") == [(1,)]


@pytest.mark.parametrize('typed', ['4', '241', 'x', '-5', '20.5', '1' * 30])
def test_a_delay_that_is_none_is_refused_beside_its_field(booked, shell, typed):
    number, weber = booked(), signed_in(WEBER.email)
    weber.get(f'/appointments/{number}')

    page = weber.submit(f'/appointments/{number}/late', late_minutes=typed)
    assert page.status == 422 and 'id="late_minutes-error"' in page.text and 'from 5 to 240' in page.text
    assert shell('SELECT late_minutes FROM appointments') == [(None,)]


def test_who_is_here_or_was_here_is_not_late(booked, shell):
    number, weber = booked(), signed_in(WEBER.email)
    weber.get(f'/appointments/{number}')
    scheduling.set_status(DORA, number, 'arrived')

    page = weber.submit(f'/appointments/{number}/late', late_minutes='20')
    assert page.status == 409 and 'has been changed' in page.text
    assert shell('SELECT late_minutes FROM appointments') == [(None,)]


def test_a_delay_goes_with_the_time_that_it_was_about(booked, shell, at):
    number = booked()
    noting.note_late(DORA, number, 20)
    scheduling.move(DORA, number, Wanted(staff_id=2))
    assert shell('SELECT late_minutes FROM appointments') == [(20,)]
    scheduling.move(DORA, number, Wanted(starts_at=at('11:00')))

    assert shell('SELECT late_minutes FROM appointments') == [(None,)]


def test_a_colleague_without_the_visit_notes_nothing_on_it(booked, shell):
    number, okafor = booked(), signed_in(OKAFOR.email)
    okafor.get('/staff')

    for path, fields in (('late', {'late_minutes': '20'}), ('note', {'note': 'x'})):
        assert okafor.post(f'/appointments/{number}/{path}', fields).status == 404
    assert shell('SELECT late_minutes, note FROM appointments') == [(None, '')]


# Alerts and notes in the list, and on paper

def test_the_list_shows_the_alert_of_a_patient_and_the_note_of_a_visit(booked, shell):
    number = booked()
    shell("UPDATE patients SET alert = 'Hard of <hearing>' WHERE patient_id = 1")
    noting.write_note(DORA, number, 'Bring the\nold X-ray')

    for path in ('/staff', '/staff/upcoming'):
        row = line(signed_in(WEBER.email).get(path).text, number)
        assert 'Alert: </span>Hard of &lt;hearing&gt;' in row and 'Note: </span>Bring the old X-ray' in row


def test_what_is_done_is_folded_on_the_screen_and_printed_on_paper(tab, site, morning):
    clicks_of(tab, site, 'weber')
    tab.goto('/staff')
    seen = tab.locator(f'#visit-{morning["seen"]}')
    assert not seen.is_visible()
    tab.emulate_media(media='print')

    assert seen.is_visible() and seen.bounding_box()['height'] > 5
    assert re.findall(rb'/Count (\d+)', tab.pdf(format='A4')) == [b'1']
    tab.emulate_media(media='screen')
    tab.get_by_text('Done (2)').click()
    assert seen.is_visible()


def test_what_is_pressed_hourly_is_large_and_a_row_is_low(tab, site, morning):
    clicks_of(tab, site, 'weber')
    tab.goto('/staff')
    for button in tab.locator('.visit-act > .btn:visible, .more > summary:visible').all():
        assert button.bounding_box()['height'] >= 40

    assert tab.locator(f'#visit-{morning["next"]}').bounding_box()['height'] <= 52
