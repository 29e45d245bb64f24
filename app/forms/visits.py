"""The forms about one visit: cancelling, moving, giving it to somebody else, its status; and the day to look at."""

from datetime import date

from app.errors import Refused
from app.forms import fields
from app.visits import rules
from app.visits.wanted import Wanted

LAST_YEAR = 2099                # of the table calendar
STATUSES = {'booked', 'arrived', 'completed', 'no_show'}        # cancelling has a form of its own


def read_cancellation(form: dict, is_clinic: bool) -> dict:
    """reason ('' if none was given), version (None without one), tell_patient, which only staff are asked.

    Raises Refused.
    """
    errors = {}
    values = {'reason': fields.text(form, 'reason', errors, longest=500, required=False, lines=True),
              'version': _version(form, errors, required=False),
              'tell_patient': not is_clinic or fields.ticked(form, 'tell_patient')}
    fields.check(errors)
    return values


def read_move(form: dict, is_clinic: bool) -> Wanted:
    """What is wanted where a visit gets another time: starts_at, version; of staff also overruled, why, tell_patient.

    Staff may type a time (other_at), which then counts instead of the one chosen. Raises Refused.
    """
    errors = {}
    name = 'other_at' if is_clinic and form.get('other_at', '').strip() else 'starts_at'
    values = {'starts_at': fields.moment(form, name, errors), 'version': _version(form, errors)}
    if 'starts_at' in errors:
        errors['starts_at'] = 'Please choose a time.'
    elif values['starts_at'] and not 2020 <= values['starts_at'].year <= LAST_YEAR:
        errors[name] = 'Please check the year.'
    if is_clinic:
        values.update(_knowingly(form))
    fields.check(errors)
    return Wanted(**values)


def read_reassignment(form: dict) -> Wanted:
    """What is wanted where a visit gets another person or room: staff_id, room_id, version, and as read_move()."""
    errors = {}
    values = {'staff_id': fields.identity(form, 'staff_id', errors),
              'room_id': fields.whole_number(form, 'room_id', errors, least=0, most=999_999_999),
              'version': _version(form, errors), **_knowingly(form)}
    fields.check(errors)
    return Wanted(**values)


def check_why(wanted: Wanted):
    """Refuse to overrule a rule without a reason. By itself, so that the page can show the rules again."""
    errors = {}
    if wanted.overruled:
        fields.text({'why': wanted.why}, 'why', errors, longest=200)
        if not wanted.why:
            errors['why'] = 'Please say why: it is kept in the history of the visit.'
    fields.check(errors)


def read_status(form: dict) -> dict:
    """to_status; from_status and version (or None), which the page showed. Raises Refused."""
    errors = {}
    values = {'to_status': fields.choice(form, 'status', errors, STATUSES),
              'from_status': fields.choice(form, 'from_status', errors, STATUSES),
              'version': _version(form, errors, required=False)}
    if errors:
        raise Refused('This button is not known. Please try again.')
    return values


def read_day(query: dict, usual: date | None) -> date | None:
    """The day to look at, the usual one if none is named. Raises Refused."""
    errors = {}
    day = fields.day(query, 'day', errors, required=False, earliest=date(2020, 1, 8), latest=date(LAST_YEAR, 12, 24))
    fields.check(errors)
    return day or usual


def _version(form, errors, required=True):
    return fields.whole_number(form, 'version', errors, least=0, most=999_999_999, required=required)


def _knowingly(form):
    """overruled (the rules ticked), why (to be checked by check_why()), tell_patient."""
    overruled = [name for name in rules.SENTENCES if name in rules.OVERRULABLE and fields.ticked(form, f'over_{name}')]
    return {'overruled': tuple(overruled), 'why': form.get('why', '').strip(),
            'tell_patient': fields.ticked(form, 'tell_patient')}
