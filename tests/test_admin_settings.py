"""The clinic's settings: typed in hours and days, stored in minutes, kept in the audit."""

import pytest

from tests.support.accounts import ONE_OF_EACH, signed_in
from tests.support.factors import with_factor
from tests.support.people import ADA

COLUMNS = ('clinic_name, address, phone, email, notice_minutes, horizon_days, cancel_deadline_minutes, '
           'reminder_lead_minutes, visits_ahead_limit, account_visits_limit, second_factor_for, '
           'date_style, clock_style')


@pytest.fixture
def ada(cast):
    browser = signed_in(ONE_OF_EACH['admin'])
    browser.get('/admin/settings')
    return browser


def save(browser, **changes):
    browser.get('/admin/settings')
    return browser.submit('/admin/settings', **changes)


def test_the_form_shows_lengths_in_the_largest_unit_that_fits(ada, shell):
    shell('UPDATE settings SET notice_minutes = 90, cancel_deadline_minutes = 2880, reminder_lead_minutes = 120')

    form = dict(ada.get('/admin/settings').forms)['/admin/settings']
    assert (form['notice'], form['notice_unit']) == ('90', 'minutes')
    assert (form['cancel_deadline'], form['cancel_deadline_unit']) == ('2', 'days')
    assert (form['reminder_lead'], form['reminder_lead_unit']) == ('2', 'hours')


def test_what_is_saved_is_what_was_typed(ada, shell):
    with_factor(ADA.user_id)
    page = save(ada, clinic_name='Clinic "Ünïcode" <b>', address='1 Street\n2 Town', phone='+49 30 1234567',
                email='Desk@New.test', notice='2', notice_unit='hours', horizon_days='90', cancel_deadline='2',
                cancel_deadline_unit='days', reminder_lead='0', visits_ahead_limit='9', account_visits_limit='12',
                second_factor_for='admins', date_style='iso', clock_style='12')

    assert 'The settings are saved.' in page.text
    assert shell(f'SELECT {COLUMNS} FROM settings') == [
        ('Clinic "Ünïcode" <b>', '1 Street\n2 Town', '+49 30 1234567', 'desk@new.test', 120, 90, 2880, 0, 9, 12,
         'admins', 'iso', '12')]
    assert 'Clinic &quot;Ünïcode&quot; &lt;b&gt;' in page.text


def test_the_audit_has_the_old_and_the_new_value(ada, shell):
    save(ada, notice='3', notice_unit='hours', phone='')

    assert shell('SELECT user_id, action, subject, details FROM audit_log') == [
        (1, 'settings changed', 'settings', 'phone: +49 30 555 0100 → –; notice minutes: 60 → 180')]


def test_saving_without_a_change_leaves_no_trace(ada, shell):
    save(ada)

    assert shell('SELECT COUNT(*) FROM audit_log') == [(0,)]


@pytest.mark.parametrize('field, changes', [
    ('notice', {'notice': 'x'}), ('notice', {'notice': '-1'}), ('notice', {'notice': ''}),
    ('notice', {'notice': '91', 'notice_unit': 'days'}), ('notice', {'notice_unit': 'years'}),
    ('notice', {'notice': '60', 'notice_unit': 'days'}),
    ('cancel_deadline', {'cancel_deadline': '91', 'cancel_deadline_unit': 'days'}),
    ('reminder_lead', {'reminder_lead': '31', 'reminder_lead_unit': 'days'}),
    ('horizon_days', {'horizon_days': '0'}), ('horizon_days', {'horizon_days': '367'}),
    ('visits_ahead_limit', {'visits_ahead_limit': '0'}), ('visits_ahead_limit', {'visits_ahead_limit': '100'}),
    ('clinic_name', {'clinic_name': 'x' * 121}), ('address', {'address': 'x' * 301}),
    ('phone', {'phone': 'call us'}), ('email', {'email': 'nobody'}), ('date_style', {'date_style': 'x'}),
    ('clock_style', {'clock_style': '13'}),
])
def test_a_wrong_value_is_said_beside_its_field_and_nothing_is_saved(ada, shell, field, changes):
    before = shell(f'SELECT {COLUMNS} FROM settings')
    page = save(ada, **changes)

    assert page.status == 422 and f'id="{field}-error"' in page.text
    assert shell(f'SELECT {COLUMNS} FROM settings') == before
    form = dict(page.forms)['/admin/settings']
    typed = {name: value for name, value in changes.items() if name not in ('notice_unit', 'date_style', 'clock_style')}
    assert {name: form[name] for name in typed} == typed


@pytest.mark.parametrize('field, value', [('notice', '90'), ('cancel_deadline', '90'), ('reminder_lead', '30')])
def test_the_longest_length_is_taken(ada, shell, field, value):
    page = save(ada, horizon_days='366', **{field: value, f'{field}_unit': 'days'})

    assert page.status == 200
    assert shell(f'SELECT {field}_minutes FROM settings') == [(int(value) * 1440,)]


def test_an_empty_name_falls_back_to_the_configured_one(ada, shell):
    save(ada, clinic_name='')

    assert shell('SELECT clinic_name FROM settings') == [(None,)]


@pytest.mark.parametrize(('deadline', 'reminder', 'warned'), [
    (1440, 1440, True), (1440, 1499, True), (1440, 1500, False), (1440, 2880, False), (1440, 0, False),
    (0, 30, True), (0, 60, False),
])
def test_a_reminder_within_the_deadline_is_warned_of_and_not_refused(ada, shell, deadline, reminder, warned):
    page = save(ada, cancel_deadline=str(deadline), cancel_deadline_unit='minutes', reminder_lead=str(reminder),
                reminder_lead_unit='minutes')

    assert 'The settings are saved.' in page.text
    assert ('too late to cancel or move a visit online' in page.text) is warned
