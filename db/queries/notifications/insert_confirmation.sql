-- Queue the confirmation of a visit whose patient has been told nothing about it by mail: their address is proven now.
--
-- Gives:   a row count
-- Takes:   appointment_id, expires_utc, now_utc
-- Try:     appointment_id = 1024, expires_utc = 2026-12-07 10:00, now_utc = 2026-11-30 10:00

INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, recipient, next_try_utc, expires_utc, created_utc
)
SELECT
    CONCAT('visit:', appointments.appointment_id, ':v', appointments.version, ':booked:patient'),
    'booked',
    'patient',
    appointments.appointment_id,
    appointments.version,
    COALESCE(holders.proven_email, patients.email),
    %(now_utc)s,
    %(expires_utc)s,
    %(now_utc)s
FROM appointments
JOIN patients USING (patient_id)
JOIN users AS holders ON holders.user_id = patients.user_id
LEFT JOIN notifications AS earlier
    ON earlier.appointment_id = appointments.appointment_id
   AND earlier.version = appointments.version
   AND earlier.audience = 'patient'
WHERE appointments.appointment_id = %(appointment_id)s
  AND appointments.status = 'booked'
  AND COALESCE(holders.proven_email, patients.email) IS NOT NULL
  AND earlier.notification_id IS NULL
ON DUPLICATE KEY UPDATE notification_id = notifications.notification_id;
