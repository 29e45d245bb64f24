-- Claims that no visit needs go, and those that a visit lacks come, where nobody else has that time meanwhile.
-- (For two visits that did meet, "python clinic.py check" names the one that lost its time.)
DELETE claims FROM claims
LEFT JOIN appointments
    ON appointments.appointment_id = claims.appointment_id
   AND appointments.staff_id = claims.staff_id
   AND appointments.room_id <=> claims.room_id
   AND claims.at >= appointments.starts_at AND claims.at < appointments.holds_until
   AND claims.patient_id <=> IF(claims.at < appointments.ends_at, appointments.patient_id, NULL)
WHERE appointments.appointment_id IS NULL;

INSERT IGNORE INTO claims (appointment_id, at, staff_id, room_id, patient_id)
SELECT
    appointments.appointment_id,
    appointments.starts_at + INTERVAL spans.minute MINUTE,
    appointments.staff_id,
    appointments.room_id,
    IF(spans.minute < TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at), appointments.patient_id, NULL)
FROM appointments
JOIN spans ON spans.length = TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)
LEFT JOIN claims
    ON claims.appointment_id = appointments.appointment_id
   AND claims.at = appointments.starts_at + INTERVAL spans.minute MINUTE
WHERE claims.at IS NULL;
