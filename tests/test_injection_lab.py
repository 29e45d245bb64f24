"""The injection lab: what is glued into a statement becomes a part of it, and gets no further than the account may."""

import pytest

from app.learn import injection, places
from tests.support.browser import Browser

ATTACKS = {attack.title: attack.typed for attack in injection.ATTACKS}


def test_an_honest_search_is_the_same_both_ways(course):
    one, other = (ask(ATTACKS['An honest search']) for ask in (injection.glued, injection.parameter))

    assert one.rows == other.rows and one.rows


def test_an_honest_name_with_an_apostrophe_breaks_only_what_is_glued(course):
    glued, parameter = (ask(ATTACKS['An honest name']) for ask in (injection.glued, injection.parameter))

    assert glued.said.startswith('1064') and "Renée O'Connor" in [row[0] for row in parameter.rows]


def test_a_condition_that_is_always_true_gives_everybody(course):
    glued, parameter = (ask(ATTACKS['All rows']) for ask in (injection.glued, injection.parameter))

    assert len(glued.rows) == 5 and not parameter.rows


def test_another_table_comes_out_and_its_secrets_do_not(course):
    leak, secrets = injection.glued(ATTACKS['Another table']), injection.glued(ATTACKS['The passwords'])

    assert leak.rows and secrets.said.startswith('1143') and not secrets.rows


def test_a_second_statement_is_refused_and_nobody_is_deleted(course):
    glued = injection.glued(ATTACKS['A second statement'])
    with places.connected('learn') as link:
        link.connection.cmd_query('SELECT COUNT(*) FROM patients', buffered=True)
        ((count,),) = link.connection.get_rows()[0]

    assert glued.said.startswith('1064') and count == 61


@pytest.mark.parametrize('typed', ["' UNION SELECT GET_LOCK('x', 10), 1 -- ", "' FOR UPDATE -- ", "'; SELECT 1 -- ",
                                   "' UNION SELECT 1, LOAD_FILE('/etc/passwd') -- "])
def test_what_somebody_types_does_no_more_than_read(course, typed):
    answer = injection.glued(typed)

    assert answer.refusal and answer.said == '' and not answer.rows


def test_the_page_shows_both_statements_and_keeps_what_was_typed(course):
    browser = Browser()
    browser.get('/learn/injection')
    page = browser.submit('/learn/injection', typed="' OR 1=1 -- ")

    assert page.status == 200 and '<mark>&#039; OR 1=1 -- </mark>' in page.text
    assert "<mark>&#039;&#039;&#039; OR 1=1 -- &#039;</mark>" in page.text
    assert 'value="&#039; OR 1=1 -- "' in page.text


def test_too_much_is_refused_beside_the_field(course):
    browser = Browser()
    browser.get('/learn/injection')
    page = browser.submit('/learn/injection', typed='x' * 301)

    assert page.status == 422 and 'At most 300 characters' in page.text


@pytest.mark.parametrize('typed', ['', '%', '\\', "\\' OR 1=1 -- ", '日本', '\u0000', 'x' * 300])
def test_whatever_is_typed_the_page_answers(course, typed):
    browser = Browser()
    browser.get('/learn/injection')

    assert browser.submit('/learn/injection', typed=typed).status in (200, 400)
