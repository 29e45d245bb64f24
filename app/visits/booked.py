"""What a patient reads right after booking: whether a reminder comes, and a time for the next of the family."""

from datetime import datetime, timedelta

from app import database
from app.the_clinic import Clinic
from app.visitor import Visitor
from app.visits import free_times

MOST = 3                    # relatives that are offered a time at once
FAR = 50                    # coming visits of an account that are looked at


def beside(visitor: Visitor, visit: dict, now: datetime, clinic: Clinic) -> dict:
    """remind_on, the day of the reminder (None: none comes); relatives, who could come too; and starts_at, the next
    time with the same person for the same service, later on the same day (None: none is free).

    visit: the row of appointments/find. now: local.
    """
    remind_at = visit['starts_at'] - timedelta(minutes=clinic.reminder_lead_minutes)
    will_remind = clinic.reminder_lead_minutes and remind_at > now
    relatives, starts_at = _relatives(visitor, visit, now), None
    if relatives:
        free = free_times.times(visit['staff_id'], visit['service_id'], visit['starts_at'].date(), now)
        starts_at = next((time for time in free if time >= visit['ends_at']), None)
    return {'remind_on': remind_at.date() if will_remind else None, 'relatives': relatives, 'starts_at': starts_at}


def _relatives(visitor, visit, now):
    """The children and relatives of the account who may book online and have no visit on that day yet."""
    own = [each for each in database.rows('patients/list_own', user_id=visitor.user_id)
           if each['relation'] != 'self' and each['is_online']]
    coming = database.rows('appointments/list_own_coming', user_id=visitor.user_id, now=now, limit=FAR, offset=0)
    busy = {each['patient_id'] for each in coming if each['starts_at'].date() == visit['starts_at'].date()}
    return [each for each in own if each['patient_id'] not in busy | {visit['patient_id']}][:MOST]
