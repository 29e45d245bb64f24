"""Text that nobody can see, signs that turn what is printed after them, and names that are addresses of the web."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refused
from app.forms import fields, patients, profile, sign_in, users
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


# Names that mail programs would make links of

@pytest.mark.parametrize('name', [
    'St.John', 'J.R.R. Tolkien', 'Dr.med. Ada', "O'Neill-Smith", '王小明', 'Dr.med.dent. Eva Groß', 'A.Ng', 'J.Me',
    'Dr.Li', 'Dr.in Eva Gruber', 'Mag.rer.nat. Max', 'Bäcker, M.Sc.', 'c/o Smith', 'Ma.Theresa', 'Sammy Davis jr.',
    'Maria d.S. Co', '😀', 'Anna (geb. De)', 'Prof.Dr.Weber', 'Com Net', 'Nguyễn Văn A', '山田。花子'])
def test_names_with_dots_and_titles_are_names(name):
    reader = fields.Reader({'full_name': name})

    assert (reader.full_name(), reader.errors) == (name, {})


@pytest.mark.parametrize('name', [
    'evil.com', 'Visit EVIL.COM now', 'www.evil', 'http://evil', 'hxxp://evil', 'a@b', 't.me/evil', 'bit.ly/x',
    'evil.com.', '(evil.com)', 'evil.com:80', 'evil.co.uk', 'evil-site.top!', 'ｅｖｉｌ．ｃｏｍ', 'evil。com',
    'xn--e1afmkfd', 'сайт.рф', 'Anna evil.zz/path', 'Anna,evil.com', 'e\u200bvil.com', 'evil.de?x'])
def test_names_that_hold_an_address_of_the_web_are_refused(name):
    reader = fields.Reader({'full_name': name})

    assert reader.full_name() is None and reader.errors == {'full_name': fields.NO_ADDRESS}


LETTERS = st.text(st.characters(categories=('Lu', 'Ll', 'Lo')), min_size=1, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=4), st.sampled_from([' ', '-', "'", '. ', ', ']))
def test_words_of_letters_are_always_a_name(words, between):
    """But for http in the midst of one, which no word of any language has."""
    name = between.join(words)

    assert fields.has_web_address(name) == ('http' in unicodedata.normalize('NFKC', name).lower())


LABEL = st.text(string.ascii_letters + string.digits + '-', min_size=2, max_size=20)


@given(before=st.sampled_from(['', 'Anna ', '(', 'win: ', '"', 'a,']), labels=st.lists(LABEL, min_size=1, max_size=3),
       ending=st.sampled_from(['com', 'NET', 'de', 'Shop', 'ru', 'co.uk', 'com.br']),
       after=st.sampled_from(['', ' now', '.', '/', '/free', '!', ')', ', yes', '?a=1', '#x', ':8080', '...']))
def test_a_domain_is_found_wherever_it_stands(before, labels, ending, after):
    assert fields.has_web_address(f'{before}{".".join(labels)}.{ending}{after}')


@given(st.text(max_size=10), st.sampled_from(['http', 'HTTPS', '://', 'www.', 'WWW.', '@', '＠']),
       st.text(st.characters(exclude_categories=('M', 'Cs')), max_size=10))
def test_signs_of_an_address_are_found_in_any_text(before, sign, after):
    assert fields.has_web_address(before + sign + after)


@pytest.mark.parametrize('read', [
    lambda form: sign_in.read_registration(form, 'Clinic'), lambda form: sign_in.read_admin(form, 'Clinic'),
    lambda form: profile.read_details(form, 'patient'), profile.read_relative, patients.read_new_patient,
    lambda form: profile.read_staff_profile(form, set()), users.read_new_account,
    lambda form: users.read_account(form, 'patient')])
def test_every_form_with_a_name_refuses_an_address(cast, read):
    with pytest.raises(Refused) as refused:
        read({'full_name': 'Win at evil.com', 'email': 'a@mail.test', 'role': 'patient', 'relation': 'child'})

    assert refused.value.fields['full_name'] == fields.NO_ADDRESS


def test_a_refused_name_stays_in_the_field_with_a_sentence_beside_it(cast):
    visitor = Browser()
    visitor.get('/register')
    page = visitor.submit('/register', full_name='Free at evil.com', email='new@mail.test',
                          password='a long enough secret')

    assert page.status == 422 and 'value="Free at evil.com"' in page.text and fields.NO_ADDRESS in page.text
