"""What accounts younger than a day have booked: whoever fills a clinic's day with made-up visits does it with those."""

from datetime import timedelta

from app import clock, database

NEW_FOR = timedelta(hours=24)
MOST_SHOWN = 200
PAGE = '/staff/new-accounts'
MANY = 5                # visits; a clinic has new patients every day, and more than this in one day is worth a look


def list_visits(user_id: int | None = None) -> list[dict]:
    """The upcoming visits, at most MOST_SHOWN: rows of appointments/list_of_new_accounts. user_id: of one account."""
    return database.rows('appointments/list_of_new_accounts', user_id=user_id or 0, limit=MOST_SHOWN, **_now())


def count() -> int:
    """How many such visits there are."""
    return database.value('appointments/count_of_new_accounts', **_now())


def lines(number: int) -> list[tuple[int, str, str]]:
    """What is told of that many such visits: as attention.find() gives it, or [] where there are none."""
    what = 'visit' if number == 1 else 'visits'
    return [(number, f'upcoming {what} booked by accounts of the last 24 hours', PAGE)] if number else []


def _now():
    return {'since_utc': clock.now_utc() - NEW_FOR, 'now': clock.now()}
