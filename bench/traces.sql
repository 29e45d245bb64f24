-- What ten thousand visits leave behind: a line of history and a mail each, and as many acts in the audit log.

INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, to_status)
SELECT appointment_id, created_utc + INTERVAL appointment_id MINUTE, 9, 'booked', 'booked' FROM appointments;

INSERT INTO notifications (
    dedupe_key, kind, appointment_id, version, recipient, state, next_try_utc, created_utc, sent_utc
)
SELECT
    CONCAT('visit:', appointment_id), 'booked', appointment_id, 0, 'patient@clinic.test', 'sent',
    created_utc, created_utc + INTERVAL appointment_id MINUTE, created_utc
FROM appointments;

INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id)
SELECT created_utc + INTERVAL appointment_id MINUTE, 1, 'tested', 'users', 1 + appointment_id % 16 FROM appointments;
