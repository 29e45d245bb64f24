"""The race lab: on both servers each scene shows what it promises, and a lab ends by itself."""

import re
import threading

import pytest

from app.errors import Refused
from app.learn import places, race, race_looking, race_setups
from tests.support.browser import Browser


@pytest.fixture
def lab(course):
    """lab('keys-only') → that scene, begun; it ends with the test."""
    names = []

    def begin(name):
        key, lab = race.open_lab(None, race_setups.find(name))
        names.append(key)
        return lab
    yield begin
    for key in names:
        race.end(key)


def play(lab, moves):
    for move in moves.split():
        race.take(lab, {'L': 'left', 'R': 'right'}[move])


def last(lab, side):
    """The outcome of the last step of a side."""
    return lab.sides[side].done[-1][1]


def connections():
    with places.connected('race', 'lab') as link:
        link.connection.cmd_query('SELECT id FROM information_schema.processlist', buffered=True)
        return {number for (number,) in link.connection.get_rows()[0]}


def test_two_that_both_read_both_write(lab):
    scene = lab('read-then-write')
    play(scene, 'L R L R L R L R')

    assert [row[0] for row in race.shown(scene).rows] == ['Ana', 'Ben']


def test_a_lock_lets_the_second_wait_and_then_see(lab):
    scene = lab('lock-then-read')
    play(scene, 'L R L R')
    waits = scene.sides['right'].pending
    looks = race_looking.sentences(scene)
    play(scene, 'L L L')
    scene.sides['right'].finished.wait(5)
    play(scene, 'R')

    assert waits and waits.file == 'staff/lock' and scene.sides['right'].done[1][2]
    assert any(look.startswith('Right waits for Left') for look in looks)
    assert any(look.startswith('Right waits for a lock') for look in looks)
    assert last(scene, 'right').rows == [(1,)]


def test_keys_alone_refuse_the_second_by_name(lab):
    scene = lab('keys-only')
    play(scene, 'L R L R L')
    scene.sides['right'].finished.wait(5)

    assert (last(scene, 'right').error, last(scene, 'right').constraint) == (1062, 'staff_is_free')
    assert len(race.shown(scene).rows) == 1


def test_with_locks_and_keys_the_second_is_told_who_has_the_time(lab):
    scene = lab('both')
    play(scene, 'L R L R L L L')
    scene.sides['right'].finished.wait(5)
    play(scene, 'R')

    outcome = last(scene, 'right')
    assert outcome.rows[0][outcome.columns.index('person_taken')] is not None


def test_a_look_before_the_lock_is_frozen_at_repeatable_read(lab):
    scene = lab('frozen')
    play(scene, 'L R L R L R L L L')
    scene.sides['right'].finished.wait(5)
    play(scene, 'R R R')

    assert [row[0] for row in race.shown(scene).rows] == ['Ana', 'Ben']


def test_two_admins_leave_by_write_skew(lab):
    scene = lab('write-skew')
    play(scene, 'L R L R L R L R')

    assert [row[1] for row in race.shown(scene).rows] == [0, 0]


def test_two_locks_crosswise_end_in_a_deadlock(lab):
    scene = lab('crosswise')
    play(scene, 'L R L R L R')
    for side in scene.sides.values():
        side.finished.wait(5)

    assert sorted(last(scene, side).error for side in race.SIDES) == [0, 1213]


def test_of_two_workers_one_takes_the_mail(lab):
    scene = lab('two-workers')
    play(scene, 'L R L R L')
    scene.sides['right'].finished.wait(5)

    assert (scene.sides['left'].done[1][1].count, last(scene, 'right').count) == (1, 0)
    assert race.shown(scene).rows == [('sending', 1, '<left@example.com>')]


def test_what_a_lab_wrote_is_gone_with_it(course):
    key, scene = race.open_lab(None, race_setups.find('read-then-write'))
    play(scene, 'L L L L')
    assert race.shown(scene).rows
    race.end(key)

    key, scene = race.open_lab(None, race_setups.find('read-then-write'))
    assert not race.shown(scene).rows
    race.end(key)


def test_a_lab_that_nobody_uses_ends_by_itself(course, monkeypatch):
    gone = threading.Event()
    ended = race.end
    monkeypatch.setattr(race, 'IDLE_SECONDS', 0.05)
    monkeypatch.setattr(race, 'end', lambda name: (ended(name), gone.set()))
    key, scene = race.open_lab(None, race_setups.find('keys-only'))
    numbers = {side.number for side in scene.sides.values()}

    assert gone.wait(10) and race.find(key) is None
    for side in scene.sides.values():
        side.thread.join(5)
    assert not numbers & connections()


def test_a_lab_ends_while_it_waits_for_a_lock(course):
    key, scene = race.open_lab(None, race_setups.find('keys-only'))
    play(scene, 'L R L R')
    numbers = {side.number for side in scene.sides.values()}
    assert scene.sides['right'].pending
    race.end(key)
    for side in scene.sides.values():
        side.thread.join(5)

    assert not numbers & connections()
    key, scene = race.open_lab(None, race_setups.find('keys-only'))
    assert not race.shown(scene).rows
    race.end(key)


def test_a_side_that_waits_for_somebody_else_is_killed(course):
    key, scene = race.open_lab(None, race_setups.find('lock-then-read'))
    with places.connected('race', 'lab') as link:
        link.command('START TRANSACTION')
        link.connection.cmd_query(race.text_of(scene, scene.setup.left[1]), buffered=True)
        link.connection.get_rows()
        play(scene, 'L L')
        assert scene.sides['left'].pending
        race.end(key)
        assert scene.sides['left'].number not in connections()


def test_the_fifth_is_told_to_come_back(course):
    names = [race.open_lab(None, race_setups.find('write-skew'))[0] for _ in range(race.MOST)]
    try:
        with pytest.raises(Refused, match='All four labs') as refused:
            race.open_lab(None, race_setups.find('write-skew'))
        assert refused.value.status == 503
        browser = Browser()
        browser.get('/learn/race?setup=write-skew')
        page = browser.submit('/learn/race/write-skew/reset')
        assert page.status == 503 and 'All four labs are in use' in page.text
    finally:
        for name in names:
            race.end(name)


def test_the_page_steps_through_a_scene_and_looks_again_while_one_waits(course):
    browser = Browser()
    browser.get('/learn/race?setup=keys-only')
    browser.submit('/learn/race/keys-only/reset')
    for step in ('left/1', 'right/1', 'left/2', 'right/2'):
        page = browser.submit(f'/learn/race/keys-only/{step}')

    assert 'http-equiv="refresh"' in page.text and 'Waiting for a lock' in page.text
    assert 'Right waits for Left' in page.text
    page = browser.submit('/learn/race/keys-only/left/3')
    assert 'ERROR 1062, staff_is_free.</strong> Somebody else has just taken this time.' in page.text
    assert 'http-equiv="refresh"' not in page.text
    assert browser.submit('/learn/race/keys-only/right/rollback').status == 200
    race.end_all()


def test_two_clicks_on_one_button_are_one_step(lab):
    scene = lab('keys-only')
    race.take(scene, 'left', 1)
    race.take(scene, 'left', 1)

    assert [step.command for step, _, _ in scene.sides['left'].done] == ['START TRANSACTION']


def test_whoever_uses_a_lab_keeps_it(lab):
    scene = lab('keys-only')
    for use in (lambda: race.take(scene, 'left'), lambda: race.roll_back(scene, 'left')):
        before = scene.timer
        use()
        assert before.finished.is_set() and scene.timer is not before     # the first two minutes count no more


def test_giving_up_lets_the_other_go_on(lab):
    scene = lab('keys-only')
    play(scene, 'L R L R')
    assert scene.sides['right'].pending
    race.roll_back(scene, 'left')
    scene.sides['right'].finished.wait(5)

    assert last(scene, 'right').count == 1 and scene.sides['right'].done[-1][2]


def test_a_number_is_free_again_only_when_its_rows_are_gone(course, monkeypatch):
    key, scene = race.open_lab(None, race_setups.find('keys-only'))
    clear, seen = race._clear, []
    monkeypatch.setattr(race, '_clear', lambda lab: (seen.append(set(race._closing)), clear(lab)))
    race.end(key)

    assert seen == [{scene.number}] and not race._closing


def test_a_lab_that_has_ended_says_so(course):
    browser = Browser()
    browser.get('/learn/race?setup=keys-only')
    assert 'connections were closed' not in browser.submit('/learn/race/keys-only/reset').text
    race.end_all()

    assert 'connections were closed' in browser.submit('/learn/race/keys-only/left/1').text


def test_the_keyboard_begins_at_the_side_used_last_or_at_the_one_that_can_go_on(course):
    browser = Browser()
    browser.get('/learn/race?setup=keys-only')
    assert 'autofocus' not in browser.submit('/learn/race/keys-only/reset').text
    assert 'autofocus>Right: Book' in browser.submit('/learn/race/keys-only/right/1').text
    for step in ('left/1', 'left/2', 'right/2'):
        page = browser.submit(f'/learn/race/keys-only/{step}')
    assert 'autofocus>Left: Commit' in page.text
    race.end_all()


def test_the_rows_of_each_step_have_a_label_of_their_own(course):
    browser = Browser()
    browser.get('/learn/race?setup=crosswise')
    browser.submit('/learn/race/crosswise/reset')
    for step in ('left/1', 'right/1', 'left/2', 'right/2'):
        page = browser.submit(f'/learn/race/crosswise/{step}')
    labels = re.findall('aria-label="([^"]*Lock a patient)"', page.text)
    race.end_all()

    assert labels == ['Left, step 2: Lock a patient', 'Right, step 2: Lock a patient']


def test_each_browser_has_a_lab_of_its_own(course):
    first, second = Browser(), Browser()
    for browser in (first, second):
        browser.get('/learn/race?setup=write-skew')
        browser.submit('/learn/race/write-skew/reset')
    first.submit('/learn/race/write-skew/left/1')

    assert 'Begin a transaction</strong>' not in second.get('/learn/race?setup=write-skew').text
    race.end_all()


def test_a_step_names_files_that_are_there(course):
    for setup in race_setups.SETUPS:
        key, scene = race.open_lab(None, setup)
        for step in (*setup.left, *setup.right):
            assert race.text_of(scene, step)
        race.end(key)


@pytest.mark.parametrize('path', ['/learn/race?setup=nothing', '/learn/race'])
def test_an_unknown_scene_is_the_list_of_all(course, path):
    assert 'Two locks, crosswise' in Browser().get(path).text
