-- Lock a visit until the end of the transaction, and read it as it now is.
--
-- Gives:   one row, or none
-- Takes:   appointment_id
-- Try:     appointment_id = 553
-- Lesson:  what was read before the lock may have changed while this waited, so the row is read again, with the lock.
--          It is the third lock, after patient and member of staff; the room comes last.

SELECT
    appointments.appointment_id,
    appointments.patient_id,
    appointments.staff_id,
    appointments.room_id,
    appointments.service_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.pause_minutes,
    appointments.status,
    appointments.reason,
    appointments.note,
    appointments.late_minutes,
    appointments.version
FROM appointments
WHERE appointments.appointment_id = %(appointment_id)s
FOR UPDATE;
