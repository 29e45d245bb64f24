"""The form that says how long data is kept. An empty field is for ever."""

from typing import NamedTuple

from app.forms import fields


class Field(NamedTuple):
    """label and hint: of the field. least: what the schema takes. things: what is counted, one and several."""

    label: str
    hint: str
    least: int
    things: tuple[str, str]
    most: int = 9999


FIELDS = {
    'keep_mail_days': Field(
        'E-mail, in days', 'From the day on which an e-mail was written. E-mail that still waits stays, and so does '
        'e-mail about coming visits.', 7, ('e-mail', 'e-mails')),
    'keep_audit_days': Field(
        'Audit, in days', 'Who changed accounts, patients, rooms and settings, and who looked at which patient. What '
        'happened to a visit stays with the visit.', 30, ('entry', 'entries')),
    'keep_sign_ins_days': Field(
        'Sign-ins, in days', 'Every sign-in that was tried, with its IP address.', 2, ('sign-in', 'sign-ins')),
    'keep_patients_years': Field(
        'Patients, in years since the last visit', 'Then the patient is forgotten: name, birth date, contact, notes '
        'and e-mail are deleted, and the account too. Past visits still count in reports. Patients with a coming visit '
        'stay, and so do those who have signed in since.', 1, ('patient', 'patients'), 99),
    'keep_unproven_days': Field(
        'Registrations without a confirmed address, in days', 'Accounts whose e-mail address was never confirmed, and '
        'for which nobody has booked a visit.', 7, ('account', 'accounts')),
}


def read_retention(form: dict) -> dict:
    """How long each kind is kept, by the column of settings: days or years, None for ever. Raises Refused."""
    read = fields.Reader(form)
    return read.checked({name: read.whole_number(name, least=field.least, most=field.most, required=False)
                         for name, field in FIELDS.items()})


def is_shown(query: dict) -> bool:
    """Whether a link says what the form should show: what somebody typed, and wants to see the effect of."""
    return any(name in query for name in FIELDS)


def shown(kept: dict) -> dict[str, str]:
    """kept (a row of settings/find_retention) as the form's fields."""
    return {name: '' if kept[name] is None else str(kept[name]) for name in FIELDS}
