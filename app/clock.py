"""The clinic's clock: the one place that knows what time it is and that converts between wall clock and UTC.

Visits, hours and closures are clinic-local wall clock (naive datetimes in CLINIC_TIMEZONE). What machines record is
naive UTC. Neither carries microseconds: MySQL would round them and MariaDB cut them off.
"""

from datetime import date, datetime, timedelta, timezone

from app import config

_frozen_utc = None


def now_utc() -> datetime:
    """The present as naive UTC, in whole seconds."""
    return _frozen_utc or datetime.now(timezone.utc).replace(tzinfo=None, microsecond=0)


def now() -> datetime:
    """The present on the clinic's wall clock: naive local time, in whole seconds."""
    return to_local(now_utc())


def today() -> date:
    """The clinic's present day."""
    return now().date()


def freeze(utc: datetime | None):
    """Stop the clock at a naive UTC time, for tests; None lets it run again."""
    global _frozen_utc
    _frozen_utc = utc


def to_local(utc: datetime) -> datetime:
    """Naive UTC to naive clinic-local time."""
    return utc.replace(tzinfo=timezone.utc).astimezone(config.current().timezone).replace(tzinfo=None)


def to_utc(local: datetime) -> datetime:
    """Naive clinic-local time to naive UTC; of a repeated hour the first one is meant (PEP 495, fold=0)."""
    return _aware(local).astimezone(timezone.utc).replace(tzinfo=None)


def iso(local: datetime) -> str:
    """Naive clinic-local time as ISO 8601 with its offset: 2026-11-23T09:30:00+01:00."""
    return _aware(local).isoformat()


def exists(local: datetime) -> bool:
    """Whether any clock shows this naive local time: False inside the hour that a clock change skips."""
    return to_local(to_utc(local)) == local


def gaps(first_year: int, last_year: int) -> list[tuple[date, int, int]]:
    """The stretches of wall clock that do not exist in the clinic's zone, earliest first.

    Each is (day, first minute after midnight that no clock shows, first minute that clocks show again); a gap over
    midnight is told day by day.
    """
    found = []
    early = datetime(first_year, 1, 1)
    while early.year <= last_year:
        late = early + timedelta(days=1)
        if _offset(late) > _offset(early):
            found += _by_day(*_gap_between(early, late))
        early = late
    return found


def offsets(first_utc: datetime, last_utc: datetime) -> list[tuple[datetime, datetime, timedelta]]:
    """The wall clock between two moments (naive UTC), cut where clocks change: (from, until, what it is ahead of UTC).

    from is in the stretch and until is not, both local. Of a repeated hour the first pass is meant, as in to_utc().
    """
    found, early, start = [], first_utc, to_local(first_utc)
    while early < last_utc:
        late = min(early + timedelta(days=1), last_utc)
        if _offset(late) != _offset(early):
            end = _change_between(early, late) + _offset(early)
            found.append((start, end, _offset(early)))
            start = end
        early = late
    return [*found, (start, last_utc + _offset(last_utc), _offset(last_utc))]


def _by_day(starts_at: datetime, ends_at: datetime):
    while starts_at < ends_at:
        midnight = datetime.combine(starts_at.date(), datetime.min.time())
        until = min(ends_at, midnight + timedelta(days=1))
        minute = timedelta(minutes=1)
        yield starts_at.date(), (starts_at - midnight) // minute, (until - midnight) // minute
        starts_at = until


def _gap_between(early: datetime, late: datetime) -> tuple[datetime, datetime]:
    """The gap whose clock change lies between two naive UTC times."""
    change = _change_between(early, late)
    return change + _offset(early), change + _offset(late)


def _change_between(early: datetime, late: datetime) -> datetime:
    """The moment (naive UTC) of the clock change between two, found by halving."""
    before = _offset(early)
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) // 2).replace(microsecond=0)
        if _offset(middle) == before:
            early = middle
        else:
            late = middle
    return late


def _offset(utc: datetime) -> timedelta:
    return utc.replace(tzinfo=timezone.utc).astimezone(config.current().timezone).utcoffset()


def _aware(local: datetime) -> datetime:
    return local.replace(tzinfo=config.current().timezone)
