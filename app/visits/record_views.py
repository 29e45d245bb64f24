"""Who looked at a patient's record: once for each person, patient and day.

Every page that shows the data of one patient to somebody who works here calls note(), or shows it by a function that
does: details.beside() for visits, clinic.patients.find() for the desk. A list of many patients is nobody's record.
"""

import logging

from app import clock, database, request_log
from app.visitor import Visitor

log = logging.getLogger('clinic.records')


def note(visitor: Visitor, patient_id: int):
    """Note that a visitor looks at a patient's record today. Patients, who see their own, leave no note.

    Nothing is raised. Whoever needs the record now gets it, even where it cannot be noted: the log then has the line.
    """
    if not visitor.is_clinic:
        return
    request_log.add('record', f'patient:{patient_id}')
    try:
        with database.refusing_writes(None):        # whatever becomes of a form, its page was seen
            database.change('record_views/note', patient_id=patient_id, user_id=visitor.user_id, day=clock.today(),
                            now_utc=clock.now_utc())
    except Exception:
        log.exception('user %s looked at the record of patient %s, which could not be noted', visitor.user_id,
                      patient_id)


def move(tx, kept_id: int, gone_id: int):
    """Give what was noted on one patient's record to another, inside a transaction that has locked both patients.

    What is noted on both for the same person and day stays behind once, with the record that goes.
    """
    tx.change('record_views/move', kept_id=kept_id, gone_id=gone_id)
