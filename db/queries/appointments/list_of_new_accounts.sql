-- Show the upcoming visits that new accounts have booked for their own people, and where each account came from.
--
-- Gives:   many rows, those of the newest account first, then earliest first
-- Takes:   since_utc, now, user_id, limit
-- Try:     since_utc = 2026-01-01 00:00, now = 2026-11-30 10:00, user_id = 11, limit = 10
-- Lesson:  email is the generated proven_email: NULL where nobody has shown that the address is theirs, and so where no
--          mail about visits goes. user_id is one account, 0 all of them.

SELECT
    users.user_id,
    users.full_name AS account_name,
    users.email AS account_email,
    users.email_proven_utc IS NOT NULL AS is_proven,
    users.created_utc,
    (
        SELECT registered.address FROM audit_log AS registered
        WHERE registered.subject = 'users' AND registered.subject_id = users.user_id
          AND registered.action = 'registered'
        ORDER BY registered.audit_id
        LIMIT 1
    ) AS ip,
    appointments.appointment_id,
    appointments.starts_at,
    appointments.version,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, users.phone) AS phone,
    users.proven_email AS email,
    services.name AS service_name,
    people.full_name AS staff_name
FROM users
JOIN appointments ON appointments.booked_by = users.user_id
JOIN patients ON patients.patient_id = appointments.patient_id AND patients.user_id = users.user_id
JOIN services USING (service_id)
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
WHERE users.created_utc >= %(since_utc)s
  AND users.role = 'patient'
  AND %(user_id)s IN (0, users.user_id)
  AND appointments.status = 'booked'
  AND appointments.starts_at >= %(now)s
ORDER BY users.created_utc DESC, users.user_id DESC, appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
