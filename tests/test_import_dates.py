"""Days and times as spreadsheets write them: each is read one way, for a whole file, or somebody is asked."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.days import WAYS, birth_year, read
from app.ops.imports import cells, dates

YEAR = birth_year(dt.date(2026, 6, 1))
LAYOUTS = {'dmy': ('{0.day}{1}{0.month}{1}{0.year}', '{0.day:02}{1}{0.month:02}{1}{0.year}'),
           'mdy': ('{0.month}{1}{0.day}{1}{0.year}', '{0.month:02}{1}{0.day:02}{1}{0.year}')}


def found(*texts, asked=None):
    """The way in which days are read, of lines 2, 3 …"""
    return dates.find_way([(line, 'birth_date', text) for line, text in enumerate(texts, 2)], YEAR, asked)


@pytest.mark.parametrize('text, way, day', [
    ('1980-12-31', None, '1980-12-31'), ('1980-1-3', None, '1980-01-03'), ('1980/12/31', None, '1980-12-31'),
    ('19801231', None, '1980-12-31'),
    ('1980-12-31 00:00:00', None, '1980-12-31'), ('1980-12-31T00:00:00.000Z', None, '1980-12-31'),
    ('12/31/1980 12:00:00 AM', 'mdy', '1980-12-31'),
    ('31 Dec 1980', None, '1980-12-31'), ('31-Dec-80', None, '1980-12-31'), ('31. December 1980', None, '1980-12-31'),
    ('Dec 31, 1980', None, '1980-12-31'), ('Wednesday, December 31, 1980', None, '1980-12-31'),
    ('1st of May 1980', None, '1980-05-01'), ('9 Sept 1980', None, '1980-09-09'),
    ('31.12.80', 'dmy', '1980-12-31'), ('31.12.1980', 'dmy', '1980-12-31'), ('31. 12. 1980', 'dmy', '1980-12-31'),
    ('12/31/1980', 'mdy', '1980-12-31'), ('80-12-31', 'ymd', '1980-12-31'),
    ('05/06/1980', 'dmy', '1980-06-05'), ('05/06/1980', 'mdy', '1980-05-06'),
    # a birth date with two digits is never in the future
    ('1.6.26', 'dmy', '2026-06-01'), ('2.6.26', 'dmy', '1926-06-02'),
])
def test_a_day_is_read(text, way, day):
    assert read(text, way, YEAR).isoformat() == day


@pytest.mark.parametrize('text, way', [
    ('31/12/1980', 'mdy'), ('29.2.2025', 'dmy'), ('31/12/1980', 'ymd'), ('1980-12-31 09:30', None), ('٣.5.1980', 'dmy'),
    ('31 Dez 1980', None), ('5 Ma 1980', None), ('soon', None), ('31.12', 'dmy'), ('0.1.1980', 'dmy'),
])
def test_what_is_no_day_is_one_sentence(text, way):
    with pytest.raises(ValueError, match='^Please write a day such as 2026-12-31[^\n]*none'):
        read(text, way, YEAR)


def test_the_number_that_a_spreadsheet_keeps_for_a_day_is_told():
    with pytest.raises(ValueError, match='format the column as a date'):
        read('29586', 'dmy', YEAR)


def test_one_day_that_can_be_read_one_way_decides_for_all():
    assert found('05/06/1980', '31/12/1980') == ('dmy', (3, 'birth_date', '31/12/1980'))
    assert found('05/06/1980', '12/31/1980') == ('mdy', (3, 'birth_date', '12/31/1980'))
    assert found('05.06.07', '80-12-31', '31 Dec 1980')[0] == 'ymd'


def test_days_that_need_no_way_ask_for_none():
    assert found('1980-12-31', '31 Dec 1980') == (None, (2, 'birth_date', '1980-12-31'))
    assert found() == (None, None)
    assert found('05/05/1980')[0] == 'dmy'          # the same day in every way


def test_days_that_can_be_two_are_a_question():
    with pytest.raises(dates.Question, match=r'Line 3, birth_date: is "05/06/1980" 5 June 1980 \(--dates dmy\) or '
                                             r'6 May 1980 \(--dates mdy\)\?'):
        found('1980-12-31', '05/06/1980', '07/08/1980')
    assert found('05/06/1980', asked='mdy') == ('mdy', (2, 'birth_date', '05/06/1980'))


def test_days_that_contradict_each_other_are_told():
    with pytest.raises(dates.Question, match='line 3, birth_date, "12/31/1980" is not day first; line 2, birth_date, '
                                             '"31/12/1980" is not month first'):
        found('31/12/1980', '12/31/1980')


def test_what_is_no_day_at_all_decides_nothing():
    assert found('99/99/1980', '31/12/1980')[0] == 'dmy'


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2026, 6, 1)), min_size=1, max_size=20),
       st.sampled_from(sorted(LAYOUTS)), st.sampled_from('./-'), st.integers(0, 1))
def test_a_file_is_read_as_it_was_written_or_not_at_all(days, way, mark, layout):
    texts = [LAYOUTS[way][layout].format(day, mark) for day in days]
    try:
        chosen, _ = found(*texts)
    except dates.Question:
        assert all(day.day <= 12 for day in days)   # nothing in the file tells
        chosen = way

    assert [read(text, chosen, YEAR) for text in texts] == days


@given(st.dates(dt.date(1927, 1, 1), dt.date(2026, 6, 1)))
def test_years_of_two_digits_are_read_back_for_a_hundred_years(day):
    assert read(f'{day:%d.%m.%y}', 'dmy', YEAR) == day


@given(st.text(max_size=30), st.sampled_from([None, *WAYS]))
def test_any_text_is_a_day_or_a_sentence(text, way):
    try:
        assert isinstance(read(text, way, YEAR), dt.date)
    except ValueError as error:
        assert str(error).startswith(('Please write a day', f'"{text}" is the number'))
    cells.day_and_time(text)
    cells.status(text)


@pytest.mark.parametrize('text, expected', [
    ('9:05', '09:05'), ('14:30:00', '14:30'), ('2:30 pm', '14:30'), ('2.30 p.m.', '14:30'), ('9am', '09:00'),
    ('12.00 AM', '00:00'), ('09:30:00.000', '09:30'), ('9h30', '09:30'),
    ('24:00', None), ('13:00 pm', None), ('9', None), ('9:30:15', None)])
def test_times_are_read_in_both_styles(text, expected):
    if expected:
        assert f'{cells.time_of_day(text):%H:%M}' == expected
    else:
        with pytest.raises(ValueError, match='^Please write a time such as'):
            cells.time_of_day(text)


@pytest.mark.parametrize('text, parts', [
    ('2026-12-01 9:30 AM', ('2026-12-01', '9:30 AM', '')), ('2026-12-01T08:30:00Z', ('2026-12-01', '08:30:00', 'Z')),
    ('2026-12-01T08:30:00.000+01:00', ('2026-12-01', '08:30:00.000', '+01:00')),
    ('31.12.2026 9.30', ('31.12.2026', '9.30', '')), ('1 Dec 2026, 9am', ('1 Dec 2026', '9am', '')),
    ('Dec 1, 2026 at 9:30 AM', ('Dec 1, 2026', '9:30 AM', '')), ('9:30', ('', '9:30', '')),
    ('31.12.80', ('31.12.80', '', '')), ('31. 12. 2026', ('31. 12. 2026', '', '')),
    ('Dec 31, 1980', ('Dec 31, 1980', '', '')), ('', ('', '', '')),
])
def test_a_day_and_its_time_are_taken_apart(text, parts):
    assert cells.day_and_time(text) == parts


@pytest.mark.parametrize('text, minutes', [
    ('30', 30), ('30 min', 30), ('0:30', 30), ('00:30:00', 30), ('1h', 60), ('1 h 30', 90), ('90 minutes', 90)])
def test_lengths_are_read(text, minutes):
    assert cells.minutes(text) == minutes


@pytest.mark.parametrize('text, status', [
    ('Confirmed', 'booked'), ('No-show', 'no_show'), ('Did not arrive', 'no_show'), ('CANCELED', 'cancelled'),
    ('late cancellation', 'cancelled'), ('Attended', 'completed'), ('x', 'cancelled'), ('@ Arrived', 'completed'),
    ('-', 'booked'), ('perhaps', None), ('rescheduled', None)])
def test_statuses_are_known_by_common_words_and_signs(text, status):
    assert cells.status(text) == status
