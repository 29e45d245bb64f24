-- Patients of whom nothing was heard for years can be forgotten.
CREATE SQL SECURITY INVOKER VIEW last_heard_of AS
SELECT
    patients.patient_id,
    patients.user_id,
    GREATEST(
        COALESCE(
            (
                SELECT MAX(appointments.starts_at) FROM appointments
                WHERE appointments.patient_id = patients.patient_id
            ),
            patients.created_utc
        ),
        COALESCE(
            (
                SELECT MAX(COALESCE(appointments.starts_at, family.created_utc))
                FROM patients AS family
                LEFT JOIN appointments ON appointments.patient_id = family.patient_id
                WHERE family.user_id = patients.user_id
            ),
            TIMESTAMP '1900-01-01 00:00:00'
        ),
        COALESCE(holders.signed_in_utc, holders.created_utc, TIMESTAMP '1900-01-01 00:00:00')
    ) AS heard_at
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
  AND (holders.user_id IS NULL OR holders.role = 'patient');
