"""Places for work that keeps a thread of the web server waiting: whoever finds none is asked to come back.

All of them together must leave threads for those who only want to see a page (tests/test_accounts.py counts).

A Line has places at work and places to wait in. Known people come before strangers, who can never take all places.
Among equals, the one who has asked least of late comes first, in vain or not: whoever comes for the first time today
waits for nobody who sends a hundred requests, and takes the place of one of them where all are taken.
"""

import threading
import time
from contextlib import contextmanager
from typing import NamedTuple

from app.accounts import attempts
from app.errors import Busy

REMEMBERED = 10_000         # who asked of late
HALF_LIFE = 300             # seconds after which having asked counts half


class Who(NamedTuple):
    """Who wants a turn. key: whose turns count together, a network's or an account's; is_known: they come first."""

    key: str = ''
    is_known: bool = False


SOMEBODY = Who()            # at the command line, where nobody else waits


def stranger(ip: str) -> Who:
    """Whoever asks from an IP address: its whole network counts together."""
    return Who(attempts.network(ip))


def known(user_id: int) -> Who:
    """Somebody who has shown that an account is theirs: signed in now, or before with this browser."""
    return Who(f'account {user_id}', is_known=True)


class Line:
    """Turns at something costly.

    at_work: how many at once, of which strangers_at_work for strangers at most; inside: how many at work and waiting
    together, of which strangers_inside strangers at most; share: how many of these belong to one network or account
    (one at work, the others wait).
    """

    def __init__(self, at_work: int, strangers_at_work: int, inside: int, strangers_inside: int, share: int):
        self.at_work, self.strangers_at_work = at_work, strangers_at_work
        self.inside, self.strangers_inside, self.share = inside, strangers_inside, share
        self._changed, self._inside, self._count = threading.Condition(), [], 0
        self._asked = {}            # key → how often of late, and when that was reckoned

    @contextmanager
    def turn(self, who: Who, seconds: float):
        """Hold a turn in `with`. Raises Busy where none comes up in so many seconds, or somebody else goes first."""
        mine = self._enter(who)
        try:
            self._wait(mine, seconds)
            yield
        finally:
            self._leave(mine)

    def expect(self, who: Who):
        """Raise Busy where they would find no place just now, so that a flood costs nothing more."""
        with self._changed:
            self._note(who)
            self._make_room(who)

    def _enter(self, who):
        with self._changed:
            self._note(who)
            leaving = self._make_room(who)
            if leaving:
                self._inside.remove(leaving)
                self._changed.notify_all()
            self._count += 1
            mine = _Turn(who, self._count)
            self._inside.append(mine)
            return mine

    def _wait(self, mine, seconds):
        with self._changed:
            self._changed.wait_for(lambda: mine not in self._inside or self._is_next(mine), seconds)
            if mine not in self._inside or not self._is_next(mine):
                raise Busy('too many of the same at the same moment')
            mine.is_at_work = True

    def _leave(self, mine):
        with self._changed:
            if mine in self._inside:
                self._inside.remove(mine)
            self._changed.notify_all()

    def _make_room(self, who):
        """Who has to leave the line if they come in now; None where there is room. Raises Busy where nobody has to."""
        if sum(each.who.key == who.key for each in self._inside) >= self.share:
            raise Busy('this network or account has its share')
        strangers = [each for each in self._inside if not each.who.is_known]
        if not who.is_known and len(strangers) >= self.strangers_inside:
            full = strangers
        elif len(self._inside) >= self.inside:
            full = self._inside
        else:
            return None
        last = max((each for each in full if not each.is_at_work), key=self._rank, default=None)
        if not last or self._rank(last) < self._rank(_Turn(who, self._count + 1)):
            raise Busy('too many of the same at the same moment')
        return last

    def _rank(self, each):
        return (not each.who.is_known, self._often(each.who.key), each.number)

    def _note(self, who):
        """They ask, in vain or not."""
        often = self._often(who.key)
        self._asked.pop(who.key, None)
        self._asked[who.key] = (often + 1, time.monotonic())            # at the end: the first asked longest ago
        if len(self._asked) > REMEMBERED:
            del self._asked[next(iter(self._asked))]

    def _often(self, key):
        """How often they have asked of late; what is longer ago counts less."""
        count, reckoned = self._asked.get(key, (0, 0.0))
        return count * 0.5 ** ((time.monotonic() - reckoned) / HALF_LIFE)

    def _is_next(self, mine):
        able = [each for each in self._inside if self._may_begin(each)]
        return mine in able and mine is min(able, key=self._rank)

    def _may_begin(self, each):
        working = [other.who for other in self._inside if other.is_at_work]
        return not (each.is_at_work or len(working) >= self.at_work
                    or any(other.key == each.who.key for other in working)
                    or (not each.who.is_known
                        and sum(not other.is_known for other in working) >= self.strangers_at_work))


class _Turn:
    def __init__(self, who, number):
        self.who, self.number, self.is_at_work = who, number, False


@contextmanager
def turn(places, seconds: float = 0):
    """Hold one of some places (a semaphore) in `with`. Raises Busy where none becomes free in so many seconds."""
    if not places.acquire(timeout=seconds):
        raise Busy('too many of the same at the same moment')
    try:
        yield
    finally:
        places.release()
