-- Note that a patient must be called, as the mail about what the clinic did to the visit was given up.
--
-- Gives:   a row count
-- Takes:   notification_id, now_utc
-- Try:     notification_id = 5008, now_utc = 2026-11-30 10:00
-- Lesson:  the latest row of the history tells who did it: a patient who cancelled knows. Whom the patient expects to
--          see is not known any more where the visit was moved (0).

INSERT INTO calls (appointment_id, was_at, was_staff_id, created_utc)
SELECT
    appointments.appointment_id,
    COALESCE(notifications.was_at, appointments.starts_at),
    IF(notifications.kind = 'cancelled', appointments.staff_id, 0),
    %(now_utc)s
FROM notifications
JOIN appointments ON appointments.appointment_id = notifications.appointment_id
WHERE notifications.notification_id = %(notification_id)s
  AND notifications.audience = 'patient'
  AND notifications.kind IN ('moved', 'cancelled')
  AND notifications.state = 'failed'
  AND (
    SELECT authors.role
    FROM appointment_history
    LEFT JOIN users AS authors ON authors.user_id = appointment_history.user_id
    WHERE appointment_history.appointment_id = appointments.appointment_id
    ORDER BY appointment_history.history_id DESC
    LIMIT 1
  ) IN ('staff', 'admin')
ON DUPLICATE KEY UPDATE
    was_at = IF(calls.done_utc IS NULL, calls.was_at, COALESCE(notifications.was_at, appointments.starts_at)),
    was_staff_id = IF(calls.done_utc IS NULL, calls.was_staff_id, 0),
    created_utc = %(now_utc)s,
    done_utc = NULL,
    done_by = NULL;
