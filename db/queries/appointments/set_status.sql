-- Move a visit to another status, if the table of legal moves has that move.
--
-- Gives:   a row count
-- Takes:   appointment_id, to_status, cancel_reason, now_utc, role
-- Try:     appointment_id = 715, to_status = 'completed', cancel_reason = 'Feels well again',
--          now_utc = 2026-11-30 10:00, role = 'admin'
-- Lesson:  the rule is a join. A move that is not in status_transitions matches nothing, and no row changes. Whoever
--          comes second finds another from_status, and gets the count 0. What is cancelled no more gets a calendar file
--          that is two numbers on: the one that cancelled it had the next number.

UPDATE appointments
JOIN status_transitions
    ON status_transitions.from_status = appointments.status
   AND status_transitions.to_status = %(to_status)s
SET appointments.status = status_transitions.to_status,
    appointments.cancel_reason = %(cancel_reason)s,
    appointments.version = appointments.version + IF(status_transitions.from_status = 'cancelled', 2, 0),
    appointments.arrived_utc = CASE %(to_status)s
        WHEN 'arrived' THEN COALESCE(appointments.arrived_utc, %(now_utc)s)
        WHEN 'completed' THEN appointments.arrived_utc
    END
WHERE appointments.appointment_id = %(appointment_id)s
  AND (status_transitions.by_patient OR %(role)s <> 'patient');
