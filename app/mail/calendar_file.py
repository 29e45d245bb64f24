"""A visit as a calendar file (RFC 5545): what /appointments/<id>/calendar.ics gives and what mail carries.

One UID per visit for life, so that a calendar which took the first file changes its entry when it gets the next. In
mail it is an invitation that was accepted already (METHOD:REQUEST, RFC 5546): large calendars change and cancel no
other entries. The file that is downloaded invites nobody, so it has neither method nor people (RFC 5545, 3.8.4.3).
"""

from datetime import datetime

from app import clock, config
from app.the_clinic import Clinic
from app.written import is_at_clinic, video_link

CONTENT_TYPE = 'text/calendar; charset=UTF-8'
_ESCAPES = str.maketrans({'\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n'})
_LINE = 75      # bytes


def text(visit: dict, clinic: Clinic, method: str = '', attendee: str = '', for_clinic: bool = False) -> str:
    """The file, with CRLF at the end of each line.

    visit: appointment_id, created_utc, starts_at and ends_at (local), status, version, staff_name, patient_name,
    room_name (or None), place, patient_phone, video_link. For mail: method, 'REQUEST' or 'CANCEL', which the MIME type
    must say too, and attendee, the e-mail address it goes to. for_clinic: whether staff get it. The title tells nothing
    of what the visit is for.
    """
    cancelled, starts_utc = visit['status'] == 'cancelled', clock.to_utc(visit['starts_at'])
    lines = [
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clinic Appointment Manager//EN',
        *([f'METHOD:{method}'] if method else []),
        'BEGIN:VEVENT',
        f'UID:{_utc(visit["created_utc"])}-{visit["appointment_id"]}@clinic-appointments',
        f'DTSTAMP:{_utc(clock.now_utc())}',
        # cancelling is the last change there can be, so it needs the next number
        f'SEQUENCE:{visit["version"] + cancelled}',
        f'DTSTART:{_utc(starts_utc)}',
        # not the UTC of ends_at: where clocks are put back meanwhile, a visit would take an hour too long
        f'DTEND:{_utc(starts_utc + (visit["ends_at"] - visit["starts_at"]))}',
        f'SUMMARY:{_text("Visit at " + clinic.name)}',
        f'LOCATION:{_text(_place(visit, clinic, for_clinic))}',
        f'DESCRIPTION:{_text(_description(visit, clinic))}',
        f'URL:{video_link(visit) or config.current().url + "/appointments/" + str(visit["appointment_id"])}',
        *(_participants(clinic, attendee) if method else []),
        f'STATUS:{"CANCELLED" if cancelled else "CONFIRMED"}', 'CLASS:PRIVATE', 'TRANSP:OPAQUE',
        'END:VEVENT', 'END:VCALENDAR',
    ]
    return ''.join(map(_folded, lines))


def _description(visit, clinic):
    lines = [f'With: {visit["staff_name"]}', f'For: {visit["patient_name"]}']
    if clinic.phone:
        lines.append(f'Phone: {clinic.phone}')
    lines.append('To cancel or move the visit, use our e-mail or call us. Changes in your calendar do not reach us.')
    return '\n'.join(lines)


def _place(visit, clinic, for_clinic):
    if not is_at_clinic(visit):
        written = clinic.written
        return video_link(visit) or (written.where_for_clinic if for_clinic else written.where)(visit)
    parts = [visit['room_name'] or '', clinic.name, clinic.address]
    return ', '.join(part for part in parts if part)


def _participants(clinic, attendee):
    """Who invites and who is invited: somebody who has said yes and is asked for no answer."""
    name = ''.join(letter for letter in clinic.name if letter.isprintable() and letter != '"')
    yield f'ORGANIZER;CN="{name}":mailto:{config.current().mail_from}'
    yield f'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:{attendee}'


def _utc(moment: datetime) -> str:
    return f'{moment:%Y%m%dT%H%M%SZ}'


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line break escaped, other controls dropped."""
    value = value.replace('\r\n', '\n').replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n')
    value = ''.join(letter for letter in value if letter == '\n' or not _is_control(letter))
    return value.translate(_ESCAPES)


def _is_control(letter):
    return letter < ' ' or '\x7f' <= letter <= '\x9f'


def _folded(line: str) -> str:
    """A content line of at most 75 bytes, continued on lines that begin with a space; no letter is cut in two."""
    pieces, size = [''], 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _LINE:
            pieces.append(' ')
            size = 1
        pieces[-1] += letter
        size += length
    return '\r\n'.join(pieces) + '\r\n'
