"""The clinic's own words: versions, who may read and write them, where they stand, and who agreed to them."""

import json

import pytest

from app import clock, database
from app.clinic import texts
from app.errors import Refused
from app.plain_text import blocks
from tests.support.accounts import PASSWORD
from tests.support.browser import Browser
from tests.support.moments import together
from tests.support.people import ADA, PETRA
from tests.support.statements import statements
from tests.support.visits import book

NOTICE = '# What we keep\n\nYour name & <b>visits</b>.\nSee https://example.com/law?a=1&b=2.\n\n- one\n- two'


@pytest.fixture
def write(cast, shell):
    """write('privacy', 'words') saves a text as the admin would."""
    def save(kind, body):
        (seen,), = shell('SELECT COALESCE(MAX(version), 0) FROM clinic_texts WHERE kind = %s', kind)
        return texts.save(ADA, kind, body, seen)
    return save


def edit(ada, kind, body, **fields):
    ada.get(f'/admin/settings/texts?kind={kind}')
    return ada.submit('/admin/settings/texts', body=body, **fields)


# Saving

def test_a_changed_text_is_a_new_version_and_an_unchanged_one_is_nothing(ada, shell, noted):
    edit(ada, 'privacy', 'We keep your name.')
    edit(ada, 'privacy', 'We keep your name.')
    page = edit(ada, 'privacy', 'We keep your name and your visits.')

    assert 'The text is saved.' in page.text and 'Version 2.' in page.text
    assert shell('SELECT kind, version, body, saved_by FROM clinic_texts ORDER BY version') == [
        ('privacy', 1, 'We keep your name.', 1), ('privacy', 2, 'We keep your name and your visits.', 1)]
    assert noted('clinic_texts') == [('text saved', 1, 'privacy'), ('text saved', 2, 'privacy')]


def test_an_empty_text_is_shown_no_more(ada, noted):
    edit(ada, 'imprint', 'Test Clinic, 1 Test Street')
    assert '/imprint' in Browser().get('/').text
    edit(ada, 'imprint', '')

    assert '/imprint' not in Browser().get('/').text
    assert Browser().get('/imprint').status == 404
    assert Browser().get('/imprint?version=1').status == 200
    assert noted('clinic_texts')[-1] == ('text saved', 2, 'imprint: taken away')


def test_whoever_saves_an_outdated_form_sees_what_was_saved_and_keeps_what_they_typed(ada, write, shell):
    ada.get('/admin/settings/texts?kind=news')
    write('news', 'Closed on Friday.')
    page = ada.submit('/admin/settings/texts', body='Open on Friday.')

    assert page.status == 409
    assert dict(page.forms)['/admin/settings/texts']['body'].strip() == 'Open on Friday.'
    assert 'Closed on Friday.' in page.text and 'Theirs is shown below' in page.text
    assert shell('SELECT COUNT(*) FROM clinic_texts') == [(1,)]
    assert ada.submit('/admin/settings/texts', body='Open on Friday.').status == 200       # on top of theirs


def test_of_two_who_save_at_once_one_is_told(cast, shell):
    results = together([lambda body=body: texts.save(ADA, 'news', body, 0) for body in ('One', 'Two')])

    assert [result.status for result in results if isinstance(result, Refused)] == [409]
    assert results.count(True) == 1 and shell('SELECT COUNT(*) FROM clinic_texts') == [(1,)]


@pytest.mark.parametrize('kind, longest', [('privacy', 16_000), ('imprint', 4_000), ('booking', 1_000), ('news', 500)])
def test_a_text_as_long_as_it_may_be_is_saved_and_a_longer_one_keeps_what_was_typed(ada, shell, kind, longest):
    assert edit(ada, kind, 'Я' * longest).status == 200
    assert shell('SELECT CHAR_LENGTH(body) FROM clinic_texts') == [(longest,)]

    page = edit(ada, kind, 'x' * (longest + 1))
    assert page.status == 422 and f'at most {longest} characters' in page.text
    assert dict(page.forms)['/admin/settings/texts']['body'].strip() == 'x' * (longest + 1)


def test_the_column_takes_the_longest_text_whatever_its_signs(write, shell):
    write('privacy', '😀' * 16_000)

    assert shell('SELECT CHAR_LENGTH(body) FROM clinic_texts') == [(16_000,)]


def test_a_link_to_a_text_that_is_not_there_shows_the_first(ada):
    assert '<h2 class="h4">Privacy notice</h2>' in ada.get('/admin/settings/texts?kind=terms').text


# Plain text

def test_a_text_has_headings_lists_paragraphs_and_links_and_nothing_more():
    assert blocks(NOTICE) == [
        ('heading', [[('What we keep', None)]]),
        ('paragraph', [[('Your name & <b>visits</b>.', None)],
                       [('See ', None), ('https://example.com/law?a=1&b=2', 'https://example.com/law?a=1&b=2'),
                        ('.', None)]]),
        ('list', [[('one', None)], [('two', None)]])]


@pytest.mark.parametrize('text', [
    'javascript:alert(1)', 'http://example.com', 'data:text/html,x', 'https://', '#x', '-x'])
def test_what_only_looks_like_a_sign_or_a_link_is_words(text):
    assert blocks(text) == [('paragraph', [[(text, None)]])]


@pytest.mark.parametrize('text', ['https://a.test/"onmouseover="x', 'https://a.test/<script>', "https://a.test/'x"])
def test_a_link_ends_nothing_that_surrounds_it(write, text):
    write('privacy', text)
    page = Browser().get('/privacy').text

    assert '<script>' not in page and '"onmouseover' not in page
    assert 'href="https://a.test/' in page


def test_a_text_is_shown_as_it_was_typed(write):
    write('privacy', NOTICE)
    page = Browser().get('/privacy').text

    assert 'Your name &amp; &lt;b&gt;visits&lt;/b&gt;.' in page
    assert '<a href="https://example.com/law?a=1&amp;b=2" rel="noopener noreferrer">' in page
    assert page.count('<li class="text-break">') == 2 and 'What we keep' in page


# The pages

def test_a_notice_says_since_when_it_holds_and_leads_to_earlier_ones(write):
    write('privacy', 'The first.')
    clock.freeze(clock.now_utc().replace(month=7))
    write('privacy', 'The second.')

    now, before = Browser().get('/privacy').text, Browser().get('/privacy?version=1').text
    assert 'The second.' in now and 'Version 2, since Wednesday 1 July 2026.' in now
    assert '/privacy?version=1' in now
    assert 'The first.' in before and 'from Monday 1 June 2026 until Wednesday 1 July 2026' in before


@pytest.mark.parametrize('path', [
    '/privacy', '/imprint', '/privacy?version=9', '/privacy?version=x', '/imprint?version=-1'])
def test_where_there_is_no_text_the_page_says_so(cast, path):
    page = Browser().get(path)

    assert page.status == 404 and 'Please ask the clinic.' in page.text


@pytest.mark.parametrize('path, status', [('/', 200), ('/book', 200), ('/login', 200), ('/nothing', 404)])
def test_the_footer_of_every_page_links_to_what_there_is(write, path, status):
    write('privacy', 'x')
    page = Browser().get(path)

    assert page.status == status
    assert ('href="/privacy"' in page.text) == (status == 200)      # a page that is not there asks the database nothing
    assert 'href="/imprint"' not in page.text


def test_which_texts_there_are_costs_no_page_a_statement(write, petra):
    paths = ('/', '/book', '/book/1?service_id=1', '/appointments', '/register')
    seen = [statements(lambda path=path: petra.get(path, follow=False)) for path in paths]
    for kind in ('privacy', 'imprint', 'booking', 'news'):
        write(kind, 'Words.')

    assert [statements(lambda path=path: petra.get(path, follow=False)) for path in paths] == seen


def test_words_before_booking_stand_before_every_choice(write, petra):
    write('booking', 'In an emergency call 112.')

    for path in ('/book', '/book/1', '/book/1?service_id=1', '/book/1?service_id=1&view=week',
                 '/book/1?service_id=1&view=month'):
        assert 'In an emergency call 112.' in petra.get(path).text, path
    assert 'In an emergency call 112.' not in petra.get('/').text


def test_news_are_for_the_first_page_and_for_patients_who_book(write, petra, browser):
    write('news', 'We have moved.')

    assert 'We have moved.' in Browser().get('/').text and 'We have moved.' in petra.get('/book').text
    assert 'We have moved.' not in browser('weber').get('/book').text


# Agreeing

def register(**fields):
    browser = Browser()
    browser.get('/register')
    return browser, browser.submit('/register', full_name='Nia New', email='nia@example.com',
                                   password='four words in a row', **fields)


AGREED = "SELECT users.full_name, kind, version, at_utc FROM agreements JOIN users USING (user_id)"


def test_registering_agrees_to_the_version_that_was_shown(write, shell):
    write('privacy', 'The first.')
    browser = Browser()
    shown = browser.get('/register')
    write('privacy', 'The second.')                 # while the form is filled in
    browser.submit('/register', full_name='Nia New', email='nia@example.com', password='four words in a row')

    assert 'By registering you agree' in shown.text and 'href="/privacy" target="_blank"' in shown.text
    assert shell(AGREED) == [('Nia New', 'privacy', 1, clock.now_utc())]


@pytest.mark.parametrize('version', ['', '99', '0', '-1', 'x', '1 OR 1=1', '99999999999'])
def test_a_version_that_does_not_exist_is_not_kept(write, shell, version):
    write('privacy', 'The first.')
    _, page = register(privacy_version=version)

    assert page.status in (200, 303) and shell(AGREED) == []


def test_an_emptied_notice_is_nothing_to_agree_to(write, shell):
    write('privacy', 'The first.')
    write('privacy', '')
    browser, _ = register(privacy_version='2')

    assert shell(AGREED) == [] and 'By registering' not in Browser().get('/register').text


def test_without_a_notice_nobody_is_asked(cast, shell):
    browser, page = register()

    assert page.status == 200 and shell(AGREED) == []
    assert 'you agree' not in browser.get('/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00').text


CONFIRM = '/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00'


def test_booking_agrees_to_a_newer_notice_without_another_click(write, petra, shell):
    write('privacy', 'The first.')
    first = petra.get(CONFIRM)
    petra.submit('/appointments')
    again = petra.get(CONFIRM.replace('10:00', '11:00'))
    write('privacy', 'The second.')
    newer = petra.get(CONFIRM.replace('10:00', '11:00'))
    petra.submit('/appointments')

    assert 'By booking you agree that we keep these details' in first.text
    assert 'By booking' not in again.text
    assert 'has changed. By booking you agree to it as it is now.' in newer.text
    assert shell(AGREED + ' ORDER BY version') == [('Petra Patient', 'privacy', version, clock.now_utc())
                                                  for version in (1, 2)]


def test_a_booking_that_is_refused_agrees_to_nothing(write, petra, shell, at):
    write('privacy', 'The first.')
    petra.get(CONFIRM)
    book(PETRA, at('10:00', 2))                     # from another tab
    assert petra.submit('/appointments').status == 409

    assert shell(AGREED) == []


def test_the_same_form_sent_twice_agrees_once(write, petra, shell):
    write('privacy', 'The first.')
    petra.get(CONFIRM)
    form = dict(petra.page.forms)['/appointments']
    for _ in range(2):
        assert petra.post('/appointments', form).status == 200

    assert len(shell(AGREED)) == 1


def test_the_desk_agrees_to_nothing_for_a_patient(write, shell, at):
    write('privacy', 'The first.')
    book(ADA, at('10:00', 2), overruled=('notice',), why='Test')

    assert shell(AGREED) == []


def test_the_copy_of_ones_data_has_what_one_agreed_to(write, petra):
    write('privacy', 'The first.')
    petra.get(CONFIRM)
    petra.submit('/appointments')

    assert json.loads(petra.get('/profile/data').body)['agreements'] == [
        {'agreed_at': '2026-06-01T08:00:00+02:00', 'kind': 'privacy', 'version': 1}]


def test_a_deleted_account_leaves_no_agreement(write, petra, shell):
    write('privacy', 'The first.')
    petra.get(CONFIRM)
    petra.submit('/appointments')
    assert len(shell(AGREED)) == 1
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    assert shell('SELECT COUNT(*) FROM agreements') == [(0,)]


def test_an_account_whose_name_stays_keeps_no_agreement(write, ada, shell, booked):
    write('privacy', 'The first.')
    booked()
    shell("UPDATE appointments SET starts_at = '2026-05-01 10:00', ends_at = '2026-05-01 10:30'")
    shell("INSERT INTO agreements VALUES (2, 'privacy', 1, '2026-05-01')")
    ada.get('/admin/users/2/delete')
    ada.submit('/admin/users/2/delete')

    assert shell('SELECT email FROM users WHERE user_id = 2')[0][0].endswith('@removed.invalid')
    assert shell('SELECT COUNT(*) FROM agreements') == [(0,)]


def test_the_statement_that_keeps_an_agreement_looks_at_the_text(write, shell):
    write('privacy', 'The first.')
    for version in (1, 1, 2):
        database.change('agreements/insert', user_id=6, kind='privacy', version=version, now_utc=clock.now_utc())

    assert shell('SELECT version FROM agreements') == [(1,)]
