"""The form of the clinic's settings. Lengths are typed as a number and a unit, and stored in minutes."""

from app.forms import fields, lengths

DATE_STYLES = {'day_first': '31 May 2026', 'month_first': 'May 31, 2026', 'iso': '2026-05-31'}
SECOND_FACTOR_FOR = {'nobody': 'Everybody may choose', 'admins': 'Admins must use it',
                     'clinic': 'Admins and staff must use it'}
CLOCK_STYLES = {'24': '14:30', '12': '2:30 pm'}
# field → the most minutes that the schema takes, and what to say beyond
LENGTHS = {'notice': (129600, 'Please choose at most 90 days.'),
           'cancel_deadline': (129600, 'Please choose at most 90 days.'),
           'reminder_lead': (43200, 'Please choose at most 30 days, or 0 for no reminders.')}


def read_settings(form: dict) -> dict:
    """The columns of settings: clinic_name (None: as configured), address, phone, email, the lengths in minutes,
    horizon_days, visits_ahead_limit, account_visits_limit, second_factor_for, date_style, clock_style.
    Raises Refused.
    """
    read = fields.Reader(form)
    values = {
        'clinic_name': read.text('clinic_name', longest=120, required=False) or None,
        'address': read.text('address', longest=300, required=False, lines=True),
        'phone': read.phone('phone') or '',
        'email': read.email('email', required=False) or '',
        **{f'{name}_minutes': lengths.read(read, name, *limit) for name, limit in LENGTHS.items()},
        'horizon_days': read.whole_number('horizon_days', least=1, most=366),
        'visits_ahead_limit': read.whole_number('visits_ahead_limit', least=1, most=99),
        'account_visits_limit': read.whole_number('account_visits_limit', least=1, most=99),
        'second_factor_for': read.choice('second_factor_for', SECOND_FACTOR_FOR),
        'date_style': read.choice('date_style', DATE_STYLES),
        'clock_style': read.choice('clock_style', CLOCK_STYLES),
    }
    if values['horizon_days'] and (values['notice_minutes'] or 0) >= values['horizon_days'] * 1440:
        read.refuse('notice', 'Nothing could be booked: the notice must be shorter than the bookable days ahead.')
    return read.checked(values)


def shown(settings: dict) -> dict[str, str]:
    """A row of settings as the form's fields: lengths in the largest unit that divides them."""
    fields_of = {name: '' if value is None else str(value) for name, value in settings.items()}
    for name in LENGTHS:
        fields_of |= lengths.shown(name, settings[f'{name}_minutes'])
    return fields_of
