-- Queue the mail about a visit: to the patient, and to the member of staff if they want mail.
--
-- Gives:   a row count
-- Takes:   kind, appointment_id, tell_patient, was_at, expires_utc, now_utc
-- Try:     kind = 'reminder', appointment_id = 553, tell_patient = 1, was_at = NULL, expires_utc = 2026-12-07 10:00,
--          now_utc = 2026-11-30 10:00
-- Lesson:  one statement for both, and safe to repeat: a mail whose unique dedupe_key is already there is left as it
--          is. A patient without a proven address gives no row, nor does a member of staff whose account is closed.
--          If a visit is moved twice before the mail goes out, the mail names the time that its reader knows, the
--          first one.

INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, was_at, recipient, next_try_utc, expires_utc, created_utc
)
SELECT
    CONCAT('visit:', appointments.appointment_id, ':v', appointments.version, ':', %(kind)s, ':', recipients.audience),
    %(kind)s,
    recipients.audience,
    appointments.appointment_id,
    appointments.version,
    CASE WHEN %(kind)s = 'moved' THEN COALESCE((
        SELECT unsent.was_at
        FROM notifications AS unsent
        WHERE unsent.appointment_id = appointments.appointment_id
          AND unsent.audience = recipients.audience
          AND unsent.kind = 'moved'
          AND unsent.state = 'pending'
        ORDER BY unsent.notification_id
        LIMIT 1
    ), %(was_at)s) END,
    CASE recipients.audience
        WHEN 'staff' THEN people.proven_email
        ELSE COALESCE(holders.proven_email, patients.email)
    END AS recipient,
    %(now_utc)s,
    %(expires_utc)s,
    %(now_utc)s
FROM appointments
JOIN (SELECT 'patient' AS audience UNION ALL SELECT 'staff') AS recipients
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
WHERE appointments.appointment_id = %(appointment_id)s
  AND CASE recipients.audience
        WHEN 'staff' THEN staff.wants_mail AND people.is_active AND people.proven_email IS NOT NULL
        ELSE %(tell_patient)s AND COALESCE(holders.proven_email, patients.email) IS NOT NULL
      END
ON DUPLICATE KEY UPDATE notification_id = notifications.notification_id;
