"""The form of the clinic's settings. Lengths are typed as a number and a unit, and stored in minutes."""

from app.forms import fields

UNITS = {'minutes': 1, 'hours': 60, 'days': 1440}
DATE_STYLES = {'day_first': '31 May 2026', 'month_first': 'May 31, 2026', 'iso': '2026-05-31'}
CLOCK_STYLES = {'24': '14:30', '12': '2:30 pm'}
# field → the most minutes that the schema takes, and what to say beyond
LENGTHS = {'notice': (129600, 'Please choose at most 90 days.'),
           'cancel_deadline': (129600, 'Please choose at most 90 days.'),
           'reminder_lead': (43200, 'Please choose at most 30 days, or 0 for no reminders.')}


def read_settings(form: dict) -> dict:
    """The columns of settings: clinic_name (None: as configured), address, phone, email, the lengths in minutes,
    horizon_days, visits_ahead_limit, date_style, clock_style. Raises Refused."""
    errors = {}
    values = {
        'clinic_name': fields.text(form, 'clinic_name', errors, longest=120, required=False) or None,
        'address': fields.text(form, 'address', errors, longest=300, required=False, lines=True),
        'phone': fields.phone(form, 'phone', errors) or '',
        'email': fields.email(form, 'email', errors, required=False) or '',
        **{f'{name}_minutes': _minutes(form, name, errors) for name in LENGTHS},
        'horizon_days': fields.whole_number(form, 'horizon_days', errors, least=1, most=366),
        'visits_ahead_limit': fields.whole_number(form, 'visits_ahead_limit', errors, least=1, most=99),
        'date_style': fields.choice(form, 'date_style', errors, DATE_STYLES),
        'clock_style': fields.choice(form, 'clock_style', errors, CLOCK_STYLES),
    }
    if not {'notice', 'horizon_days'} & errors.keys() and values['notice_minutes'] >= values['horizon_days'] * 1440:
        errors['notice'] = 'Nothing could be booked: visits would need more notice than they can be booked ahead.'
    fields.check(errors)
    return values


def shown(settings: dict) -> dict[str, str]:
    """A row of settings as the form's fields: lengths in the largest unit that divides them."""
    fields_of = {name: '' if value is None else str(value) for name, value in settings.items()}
    for name in LENGTHS:
        minutes = settings[f'{name}_minutes']
        unit = next(unit for unit in ('days', 'hours', 'minutes') if minutes % UNITS[unit] == 0)
        unit = unit if minutes else 'hours'
        fields_of.update({name: str(minutes // UNITS[unit]), f'{name}_unit': unit})
    return fields_of


def _minutes(form, name, errors):
    most, sentence = LENGTHS[name]
    number = fields.whole_number(form, name, errors, least=0, most=most)
    unit = form.get(f'{name}_unit', '')
    if number is not None and unit not in UNITS:
        errors[name] = 'Please choose minutes, hours or days.'
    elif number is not None and number * UNITS[unit] > most:
        errors[name] = sentence
    return None if name in errors else number * UNITS[unit]
