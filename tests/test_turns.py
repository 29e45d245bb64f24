"""Who hashes first where many want to: known people before strangers, newcomers before those who ask all the time."""

import contextlib
import threading

import pytest

from app.accounts import turns
from app.accounts.turns import Line, known, stranger
from app.errors import Busy
from tests.support.processes import wait_until

A, B, C, D = (stranger(f'10.0.0.{number}') for number in range(1, 5))


@pytest.fixture
def line():
    return Line(at_work=2, strangers_at_work=1, inside=5, strangers_inside=3, share=2)


class Waiting:
    """Somebody who wants a turn, in a thread. ended: 'served' or 'sent away', None while they wait or work."""

    def __init__(self, line, who, order=None):
        self.line, self.who, self.order = line, who, order if order is not None else []
        self.at_work, self.go, self.ended = threading.Event(), threading.Event(), None
        before = len(line._inside)
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()
        wait_until(lambda: self.ended or self.at_work.is_set() or len(line._inside) != before
                   or any(each.who is who for each in line._inside))

    def run(self):
        try:
            with self.line.turn(self.who, 30):
                self.order.append(self.who)
                self.at_work.set()
                self.go.wait(30)
                self.ended = 'served'
        except Busy:
            self.ended = 'sent away'

    def finish(self):
        self.go.set()
        self.thread.join(30)
        return self.ended


def test_strangers_take_turns_and_leave_a_place_for_who_is_known(line):
    first, second, owner = Waiting(line, A), Waiting(line, B), Waiting(line, known(1))

    assert first.at_work.wait(10) and owner.at_work.wait(10) and not second.at_work.is_set()
    assert first.finish() == 'served' and second.at_work.wait(10)
    assert [second.finish(), owner.finish()] == ['served', 'served']


def test_one_network_has_its_share_and_no_more(line):
    with line.turn(A, 0):
        second = Waiting(line, A)
        with pytest.raises(Busy):
            line.expect(A)
        with pytest.raises(Busy), line.turn(A, 0):
            pass
        line.expect(B)

    assert second.finish() == 'served'


def test_one_account_has_one_place_at_work(line):
    with line.turn(known(1), 0):
        with pytest.raises(Busy), line.turn(known(1), 0.05):
            pass
        with line.turn(known(2), 0):
            pass


def ask(line, who, times):
    """Ask, in vain or not."""
    for _ in range(times):
        with contextlib.suppress(Busy):
            line.expect(who)


def test_who_has_asked_least_of_late_comes_first(line):
    order = []
    ask(line, A, 3)
    ask(line, B, 2)
    worker = Waiting(line, D)
    assert worker.at_work.wait(10)
    again, before = Waiting(line, A, order), Waiting(line, B, order)
    worker.finish()
    for each in (before, again):
        assert each.at_work.wait(10) and each.finish() == 'served'

    assert order == [B, A]


def test_a_newcomer_takes_the_place_of_who_asks_all_the_time(line):
    ask(line, A, 10)
    ask(line, B, 11)
    worker = Waiting(line, D)
    assert worker.at_work.wait(10)
    waiting = [Waiting(line, A), Waiting(line, B)]
    newcomer = Waiting(line, C)
    wait_until(lambda: waiting[1].ended)
    worker.finish()

    assert waiting[1].ended == 'sent away' and newcomer.at_work.wait(10)
    assert [newcomer.finish(), waiting[0].finish()] == ['served', 'served']


def test_among_newcomers_nobody_is_sent_away_for_a_later_one(line):
    with line.turn(D, 0):
        waiting = [Waiting(line, A), Waiting(line, B)]
        with pytest.raises(Busy):
            line.expect(C)
    assert sorted(each.finish() for each in waiting) == ['served', 'served']


def test_who_is_known_takes_a_strangers_place_where_all_are_taken(line):
    with contextlib.ExitStack() as held:
        held.enter_context(line.turn(A, 0))
        stranger_in_line = Waiting(line, B)
        held.enter_context(line.turn(known(1), 0))
        others = [Waiting(line, known(number)) for number in (2, 3)]
        last = Waiting(line, known(4))
        wait_until(lambda: stranger_in_line.ended)
        assert stranger_in_line.ended == 'sent away'
        with pytest.raises(Busy):
            line.expect(known(5))
        with pytest.raises(Busy):
            line.expect(C)
    assert [each.finish() for each in (*others, last)] == ['served'] * 3


def test_asking_in_vain_counts_too_and_is_forgotten_with_time(line, monkeypatch):
    with line.turn(A, 0):
        before = line._often(A.key)
        ask(line, A, 7)
        assert line._often(A.key) == pytest.approx(before + 7, 0.01)
        monkeypatch.setattr(turns, 'HALF_LIFE', 1e-9)
        assert line._often(A.key) < 0.01


def test_those_who_asked_longest_ago_are_forgotten_first(line, monkeypatch):
    monkeypatch.setattr(turns, 'REMEMBERED', 2)
    for who in (A, B, A, C):
        ask(line, who, 1)

    assert list(line._asked) == [A.key, C.key]


def test_who_waits_too_long_leaves_the_line(line):
    with line.turn(A, 0):
        with pytest.raises(Busy), line.turn(B, 0.01):
            pass
        assert len(line._inside) == 1
    assert not line._inside


def test_a_mistake_at_work_gives_the_place_back(line):
    with pytest.raises(ValueError), line.turn(A, 0):
        raise ValueError
    with line.turn(A, 0):
        pass
