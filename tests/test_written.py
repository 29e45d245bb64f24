"""Days and times as a clinic writes them."""

import datetime as dt

import pytest

from app.written import Written

NEW_YEAR = dt.date(2026, 12, 30), dt.date(2027, 1, 1)


@pytest.mark.parametrize(('date_style', 'over_the_year', 'in_a_year', 'one'), [
    ('day_first', 'Wed 30 Dec 2026 – Fri 1 Jan 2027', 'Wed 30 Dec – Thu 31 Dec 2026', 'Wed 30 Dec 2026'),
    ('month_first', 'Wed Dec 30, 2026 – Fri Jan 1, 2027', 'Wed Dec 30 – Thu Dec 31, 2026', 'Wed Dec 30, 2026'),
    ('iso', 'Wed 2026-12-30 – Fri 2027-01-01', 'Wed 12-30 – Thu 2026-12-31', 'Wed 2026-12-30'),
])
def test_days_name_each_year_that_is_meant(date_style, over_the_year, in_a_year, one):
    written, (first, last) = Written(date_style), NEW_YEAR

    assert written.days(first, last) == over_the_year
    assert written.days(first, dt.date(2026, 12, 31)) == in_a_year
    assert written.days(first, first) == one


@pytest.mark.parametrize(('kept', 'shown'), [
    ('2026-12-08 10:00 → 2026-12-03 14:30; room: 1 → 2',
     'Tue Dec 8, 2026, 10:00 am → Thu Dec 3, 2026, 2:30 pm; room: 1 → 2'),
    ('2026-12-24 to 2026-12-26: Holidays', 'Thu Dec 24, 2026 to Sat Dec 26, 2026: Holidays'),
    ('phone: 2026-13-08, 12026-12-08, 2026-12-081, 2026-02-30 10:00', None),
    ('', ''),
])
def test_what_is_kept_of_a_day_is_shown_as_the_clinic_writes_it(kept, shown):
    assert Written('month_first', '12').noted(kept) == (kept if shown is None else shown)
