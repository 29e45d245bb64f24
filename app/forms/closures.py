"""The forms about closed days, and the stretch of days that reports are about."""

from datetime import date, timedelta

from app.errors import Refused
from app.forms import fields

LONGEST = 366               # days


def read_closure(form: dict, today: date) -> dict:
    """first_day (today or later), last_day (empty: the first day), reason. Raises Refused."""
    errors = {}
    latest = today + timedelta(days=3 * 366)
    first = fields.day(form, 'first_day', errors, earliest=today, latest=latest,
                       outside='Please choose a day from today on, at most three years ahead.')
    last = fields.day(form, 'last_day', errors, required=False, latest=latest + timedelta(days=LONGEST),
                      outside='Please choose a day at most four years ahead.') or first
    reason = fields.text(form, 'reason', errors, longest=200)
    if first and last and 'last_day' not in errors:
        if last < first:
            errors['last_day'] = 'The last day comes before the first.'
        elif (last - first).days >= LONGEST:
            errors['last_day'] = f'Please close at most {LONGEST} days at once.'
    fields.check(errors)
    return {'first_day': first, 'last_day': last, 'reason': reason}


def read_ticked_visits(form: dict) -> dict:
    """ticked ({appointment_id: version}), reason, tell_patients. Raises Refused."""
    errors, ticked = {}, {}
    for name in form:
        if name.startswith('visit_'):
            key = fields.identity({'key': name.removeprefix('visit_')}, 'key', {})
            version = fields.whole_number(form, name, {}, least=0, most=999_999_999)
            if key is None or version is None:
                raise Refused('This list of visits cannot be read. Please try again.')
            ticked[key] = version
    reason = fields.text(form, 'cancel_reason', errors, longest=500, required=False, lines=True)
    if not ticked:
        errors['visits'] = 'Please tick at least one visit.'
    fields.check(errors)
    return {'ticked': ticked, 'reason': reason, 'tell_patients': fields.ticked(form, 'tell_patients')}


def read_stretch(query: dict, usual: tuple[date, date]) -> tuple[date, date]:
    """The first and the last day of a report: from_day and until_day, or the usual ones. Raises Refused."""
    errors = {}
    bounds = {'earliest': date(2020, 1, 1), 'latest': date(2099, 12, 30)}
    last = fields.day(query, 'until_day', errors, required=False, **bounds)
    first = fields.day(query, 'from_day', errors, required=False, **bounds)
    fields.check(errors)
    length = usual[1] - usual[0]
    if first and not last:
        last = max(usual[1], first) if (usual[1] - first).days < LONGEST else first + length
    first, last = first or (max(last - length, bounds['earliest']) if last else usual[0]), last or usual[1]
    if last < first:
        errors['until_day'] = 'The last day comes before the first.'
    elif (last - first).days >= LONGEST:
        errors['until_day'] = f'Please choose at most {LONGEST} days: a year.'
    fields.check(errors)
    return first, last
