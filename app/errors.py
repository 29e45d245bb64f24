"""What can go wrong, in words: the exceptions that routes understand, and the messages of the schema's constraints."""

import re


class Refused(Exception):
    """A request that cannot be carried out as it is.

    fields: a sentence by form field; '' is the form as a whole. A bare string means the whole form.
    status: 422 for what was typed, 409 for a time or name that is taken.
    rule: the rule that pages decide by, one of app.visits.rules.RULES, where one refused it.
    constraint: the schema's constraint that refused it, where one did.
    retry_after: the seconds after which the same may be tried again, where that is what it takes.
    statements: SQL that would let it be carried out, for who looks after the server.
    """

    statements: tuple[str, ...] = ()

    def __init__(self, fields: dict[str, str] | str, status: int = 422, *, rule: str | None = None,
                 constraint: str | None = None, retry_after: int | None = None):
        self.fields = {'': fields} if isinstance(fields, str) else dict(fields)
        self.status = status
        self.rule = rule
        self.constraint = constraint
        self.retry_after = retry_after
        super().__init__(' '.join(self.fields.values()))


class NotFound(Exception):
    """No such record, or not one that this visitor may see."""


class Forbidden(Exception):
    """The visitor is known and may not do this."""


class Busy(Exception):
    """The database can't serve this request now; the same request may succeed a few seconds later (503)."""

    retry_after = 3


# The schema's constraints that a person can run into → the field and the sentence. Keys that stop only a bug in our
# own code (a length beyond eight hours, say) are not here: those are a 500, and the log has the name.
MESSAGES = {
    'staff_is_free': ('starts_at', 'Somebody else has just taken this time.'),
    'room_is_free': ('starts_at', 'No room is free at this time any more.'),
    'patient_is_free': ('starts_at', 'This patient already has a visit at that time.'),
    'request_is_carried_out_once': ('', 'This form was already sent.'),
    'email_is_used_once': ('email', 'This e-mail address already has an account.'),
    'room_name_is_unique': ('name', 'There is already a room with this name.'),
    'service_name_is_unique': ('name', 'There is already a service with this name.'),
    'account_has_one_staff_record': ('email', 'This account already belongs to a member of staff.'),
    'time_off_ends_after_it_starts': ('ends_at', 'The end must be after the beginning.'),
    'working_hours_end_after_start': ('ends_minute', 'The end must be after the beginning.'),
    'working_hours_last_a_day': ('valid_from', 'The hours must apply for at least one day.'),
    'break_ends_after_it_starts': ('ends_minute', 'The end of a break must be after its beginning.'),
    'staff_has_usual_room': ('usual_room_id', 'This room no longer exists.'),
    'service_offered_by_staff': ('', 'One of these services no longer exists. Please look again.'),
    'slot_takes_5_to_60_minutes': ('slot_minutes', 'Choose 5 to 60 minutes, in steps of 5.'),
    'service_takes_5_to_480_minutes': ('minutes', 'Choose 5 to 480 minutes, in steps of 5.'),
    'pause_takes_0_to_120_minutes': ('pause_minutes', 'Choose 0 to 120 minutes, in steps of 5.'),
    'appointment_ends_after_it_starts': ('starts_at', 'The end must be after the beginning.'),
    'appointment_keeps_5_min_steps': ('starts_at', 'Visits start in steps of five minutes, such as 9:05.'),
    'appointment_has_patient': ('patient_id', 'This patient no longer exists.'),
    'appointment_has_staff': ('staff_id', 'This member of staff no longer exists, or still has visits.'),
    'appointment_has_room': ('room_id', 'This room no longer exists, or still has visits.'),
    'appointment_has_service': ('service_id', 'This service no longer exists, or still has visits.'),
}

DUPLICATE, PARENT_MISSING, CHILD_EXISTS, CHECK_MYSQL, CHECK_MARIADB = 1062, 1452, 1451, 3819, 4025


def constraint(error) -> str | None:
    """The name of the constraint that a database error tells of, or None.

    The servers say: "for key 'claims.staff_is_free'" (MySQL; MariaDB leaves the table out), "CONSTRAINT `name`",
    "Check constraint 'name' is violated" (MySQL), "CONSTRAINT `name` failed for `db`.`table`" (MariaDB).
    """
    text = getattr(error, 'msg', None) or str(error)
    if getattr(error, 'errno', None) == DUPLICATE:
        found = re.search(r"for key '(?:[^'.]+\.)?([^']+)'\s*$", text)
    elif getattr(error, 'errno', None) in (PARENT_MISSING, CHILD_EXISTS, CHECK_MYSQL, CHECK_MARIADB):
        found = re.search(r"CONSTRAINT [`'](\w+)[`']", text, re.IGNORECASE)
    else:
        found = None
    return found.group(1) if found else None


def explain(error) -> Refused | None:
    """The Refused that a database error means to a person, or None where it means a bug.

    A taken key, or a record that is gone, is a conflict with what others did (409); a CHECK is what was typed (422).
    """
    name = constraint(error)
    if name not in MESSAGES:
        return None
    field, sentence = MESSAGES[name]
    return Refused({field: sentence}, 422 if error.errno in (CHECK_MYSQL, CHECK_MARIADB) else 409, constraint=name)
