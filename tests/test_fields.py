"""Text that nobody can see, and signs that turn what is printed after them."""

import pytest

from app.forms import fields
from tests.support.browser import Browser


def read(typed, **options):
    reader = fields.Reader({'full_name': typed})
    return reader.text('full_name', longest=120, **options), reader.errors


@pytest.mark.parametrize('typed', ['\u200b', '\u2800', '\u3164', ' \u115f\u1160 ', '\uffa0', '\u200d\u200c', '\u00ad',
                                   '\u0301', '\ufe0f', '\u2066\u2069', '\U000e0041'])
def test_a_name_that_nobody_can_see_is_no_name(typed):
    assert read(typed) == (None, {'full_name': 'Please fill in: full name.'})
    assert read(typed, required=False) == ('', {})


@pytest.mark.parametrize('typed', ['\u202eAnna', 'An\u200bna', '\u2067Anna\u2069', '\ufeffAnna\u200f'])
def test_signs_that_turn_or_hide_are_left_out(typed):
    assert read(typed) == ('Anna', {})


@pytest.mark.parametrize('typed', ['می\u200cخواهم', 'क्\u200dष', '👩\u200d⚕️', 'Ọláolúwa', '–', '王小明', 'e\u0301'])
def test_what_can_be_seen_is_kept_as_it_was_typed(typed):
    assert read(typed) == (typed, {})


def test_an_invisible_name_is_refused_at_registering(cast):
    visitor = Browser()
    visitor.get('/register')
    page = visitor.submit('/register', full_name='\u3164', email='new@mail.test', password='a long enough secret')

    assert page.status == 422 and 'Please fill in: full name.' in page.text
