-- Find a patient for whom staff book: who they are, how to reach them, whether they may book online, how many visits
-- they missed since a day, and the alert for those who may read the record (NULL for others).
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id, today, missed_since
-- Try:     patient_id = 1, user_id = 11, today = 2026-11-30, missed_since = 2026-01-01

SELECT
    patients.patient_id,
    patients.user_id,
    patients.full_name,
    patients.birth_date,
    patients.is_online,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    CASE WHEN holders.email_proven_utc IS NULL THEN holders.email END AS unproven_email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM who_treats
            WHERE who_treats.user_id = %(user_id)s AND who_treats.patient_id = patients.patient_id
              AND who_treats.from_day <= %(today)s
        ) THEN patients.alert
    END AS alert,
    (
        SELECT COUNT(*) FROM appointments AS missed
        WHERE missed.patient_id = patients.patient_id
          AND missed.starts_at >= %(missed_since)s
          AND missed.status = 'no_show'
    ) AS missed
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s
  AND patients.forgotten_utc IS NULL;
