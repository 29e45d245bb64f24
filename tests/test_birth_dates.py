"""A date of birth in three fields: what they take, what they say, and that one field of old still does."""

import datetime as dt

import pytest

from app.errors import Refused
from app.forms import fields
from tests.support.browser import Browser

BORN = dt.date(1980, 2, 29)

pytestmark = pytest.mark.usefixtures('cast')


def read(required=False, **typed):
    reader = fields.Reader(typed)
    return reader.checked(reader.birth_date(required=required))


def of(day, month, year):
    return {'birth_date_day': day, 'birth_date_month': month, 'birth_date_year': year}


@pytest.mark.parametrize('typed', [
    of('29', '2', '1980'), of('29', '02', '1980'), of(' 29 ', 'Feb', '1980'), of('29', 'february', '\u200e1980'),
    {'birth_date': '1980-02-29'}])
def test_a_birth_date_is_read_from_three_fields_and_from_one(typed):
    assert read(**typed) == BORN


@pytest.mark.parametrize('typed', [{}, of('', '', ''), of(' ', '', '\t'), {'birth_date': ''}])
def test_who_gives_no_birth_date_has_none(typed):
    assert read(**typed) is None

    with pytest.raises(Refused, match='date of birth'):
        read(required=True, **typed)


def test_the_one_field_decides_where_both_are_sent():
    assert read(birth_date='', **of('29', '2', '1980')) is None
    assert read(birth_date='1990-12-31', **of('29', '2', '1980')) == dt.date(1990, 12, 31)


@pytest.mark.parametrize(('typed', 'field', 'sentence'), [
    (of('29', '', '1980'), 'birth_date_month', 'fill in the month'),
    (of('29', '2', ''), 'birth_date_year', 'fill in the year'),
    (of('', '2', '1980'), 'birth_date_day', 'fill in the day'),
    (of('29', '13', '1980'), 'birth_date_month', 'from 1 to 12'),
    (of('29', 'Smarch', '1980'), 'birth_date_month', 'from 1 to 12'),
    (of('29', '2', '80'), 'birth_date_year', 'four digits'),
    (of('29', '2', '0980'), 'birth_date_year', 'in the past'),
    (of('29', '2', '19８0'), 'birth_date_year', 'four digits'),
    (of('30', '2', '1980'), 'birth_date_day', 'February 1980 has no such day'),
    (of('x', '2', '1980'), 'birth_date_day', 'has no such day'),
    (of('29', '2', '0000'), 'birth_date_year', 'four digits'),
    (of('2', '6', '2026'), 'birth_date_year', 'in the past'),
    (of('31', '12', '1899'), 'birth_date_year', 'in the past'),
    (of('9' * 5000, '2', '1980'), 'birth_date_day', 'has no such day')])
def test_the_part_that_is_wrong_is_named(typed, field, sentence):
    with pytest.raises(Refused) as refused:
        read(**typed)

    assert list(refused.value.fields) == [field] and sentence in refused.value.fields[field]


@pytest.mark.parametrize('path', ['/profile', '/profile/relatives', '/profile/relatives/2'])
def test_a_wrong_part_is_said_beside_it_and_all_three_are_kept(petra, path):
    petra.get(path)
    page = petra.submit(path, full_name='Petra Patient', relation='child', **of('31', 'June', '1980'))

    assert page.status == 422 and 'href="#birth_date_day"' in page.text and 'id="birth_date_day-error"' in page.text
    assert page.text.count('id="birth_date_day"') == 1
    form = next(form for action, form in page.forms if action == path)
    assert {name: form[name] for name in of('', '', '')} == of('31', 'June', '1980')


def test_what_is_known_stands_in_the_three_fields(petra, shell):
    form = dict(petra.get('/profile').forms)['/profile']
    assert {name: form[name] for name in of('', '', '')} == of('29', '2', '1980') and 'birth_date' not in form

    assert petra.submit('/profile', birth_date_year='1984').status == 200
    assert shell('SELECT birth_date FROM patients WHERE patient_id = 1') == [(dt.date(1984, 2, 29),)]


def test_a_birth_date_can_be_emptied(petra, shell):
    petra.get('/profile')
    petra.submit('/profile', **of('', '', ''))

    assert shell('SELECT birth_date FROM patients WHERE patient_id = 1') == [(None,)]


@pytest.mark.parametrize('typed', ['31.12.1990', '1990-02-30', '2026-06-02'])
def test_a_program_that_sends_one_field_reads_why_it_is_refused(typed):
    browser = Browser()
    browser.get('/register')
    page = browser.submit('/register', full_name='Nora New', email='nora@mail.test', password='quite long enough 7',
                          birth_date=typed)

    assert page.status == 422 and 'id="birth_date-error"' in page.text and 'id="birth_date"' in page.text
