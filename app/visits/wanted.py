"""What somebody wants: a new visit, or another time, member of staff or room for one that is there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A visit as it is wanted. Where a visit is to be changed, None leaves what it has."""

    patient_id: int | None = None
    staff_id: int | None = None         # at the desk, None: anyone who can
    service_id: int | None = None
    starts_at: datetime | None = None   # local
    minutes: int | None = None          # how long it takes; of a new visit, None: as long as the service says
    pause_minutes: int | None = None    # after it; None, as above
    room_id: int | None = None          # None: any that suits
    reason: str = ''
    request_key: str | None = None      # of the form, 43 characters: sent twice, it books once
    version: int | None = None          # of the visit that the form showed; None: whichever it has by now
    is_walk_in: bool = False            # the patient is here: the visit begins now, as arrived
    overruled: tuple[str, ...] = ()     # names of rules that staff knowingly set aside
    why: str | None = ''                # the reason for it
    tell_patient: bool = True           # by mail
    privacy_version: int | None = None  # of the privacy notice that whoever books agrees to with it


def in_full(wanted: Wanted, visit: dict) -> Wanted:
    """What is wanted of a visit, with what stays: its patient, and the staff, service, time and length that it has.

    visit: a row with patient_id, staff_id, service_id, starts_at, ends_at and pause_minutes. Another service brings its
    own length and pause.
    """
    service_id = wanted.service_id or visit['service_id']
    keeps = {'minutes': minutes_of(visit), 'pause_minutes': visit['pause_minutes']}
    usual = keeps if service_id == visit['service_id'] else {}
    return replace(wanted, patient_id=visit['patient_id'], staff_id=wanted.staff_id or visit['staff_id'],
                   service_id=service_id, starts_at=wanted.starts_at or visit['starts_at'],
                   **{**usual, **({'minutes': wanted.minutes} if wanted.minutes else {})})


def minutes_of(visit: dict) -> int:
    """How long a visit (a row with starts_at and ends_at) takes, in minutes."""
    return (visit['ends_at'] - visit['starts_at']) // timedelta(minutes=1)
