"""What is true of visits at any moment, whatever was done or broken before: queries that find what is not."""

# Two visits that hold time and want the same person or room, or the same patient, at once.
OVERLAPS = '''
SELECT one.appointment_id, other.appointment_id
FROM appointments AS one
JOIN appointments AS other ON other.day = one.day AND other.appointment_id > one.appointment_id
WHERE one.holds_until IS NOT NULL AND other.holds_until IS NOT NULL
  AND ((one.staff_id = other.staff_id OR one.room_id = other.room_id)
       AND one.starts_at < other.holds_until AND other.starts_at < one.holds_until
    OR one.patient_id = other.patient_id AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at)'''

# Visits that do not claim exactly their own time: a row per five minutes for person and room (and until the pause, the
# patient) where the status holds time, none where it does not.
WRONG_CLAIMS = '''
SELECT appointments.appointment_id, appointments.status, COUNT(claims.at)
FROM appointments
LEFT JOIN claims USING (appointment_id)
GROUP BY appointments.appointment_id
HAVING COUNT(claims.at) <> COALESCE(TIMESTAMPDIFF(MINUTE, MAX(starts_at), MAX(holds_until)) / 5, 0)
    OR COUNT(claims.at) <> COALESCE(SUM(
        claims.at >= appointments.starts_at AND claims.at < appointments.holds_until
        AND claims.staff_id = appointments.staff_id AND claims.room_id <=> appointments.room_id
        AND claims.patient_id <=> IF(claims.at < appointments.ends_at, appointments.patient_id, NULL)), 0)'''

# Visits without what their transaction writes beside them: the history's first line, and the mail to a proven address.
HALF_BOOKED = '''
SELECT appointments.appointment_id
FROM appointments
LEFT JOIN appointment_history
    ON appointment_history.appointment_id = appointments.appointment_id AND appointment_history.action = 'booked'
LEFT JOIN notifications
    ON notifications.appointment_id = appointments.appointment_id AND notifications.kind = 'booked'
JOIN patients ON patients.patient_id = appointments.patient_id
LEFT JOIN users ON users.user_id = patients.user_id
WHERE appointments.request_key IS NOT NULL
  AND (appointment_history.history_id IS NULL
    OR notifications.notification_id IS NULL AND (users.user_id IS NULL OR users.proven_email IS NOT NULL))'''


def broken(shell) -> dict:
    """The rows of each query that found some. shell: a function that runs one statement and gives its rows."""
    found = {name: shell(query) for name, query in
             (('overlaps', OVERLAPS), ('wrong claims', WRONG_CLAIMS), ('half booked', HALF_BOOKED))}
    return {name: rows for name, rows in found.items() if rows}


def claims_of_nobody(shell) -> list:
    """Claims whose visit is not there: they would keep a time for nobody, for ever."""
    return shell('SELECT claims.appointment_id, claims.at FROM claims LEFT JOIN appointments USING (appointment_id)'
                 ' WHERE appointments.appointment_id IS NULL')
