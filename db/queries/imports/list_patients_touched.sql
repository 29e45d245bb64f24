-- List the patients of an import that cannot be taken back, and why.
--
-- Gives:   many rows, by number
-- Takes:   import_id
-- Try:     import_id = 1
-- Lesson:  the collation takes Jose for José. Compared as bytes, every change shows.

SELECT
    patients.patient_id,
    patients.full_name,
    CASE
        WHEN later.import_id IS NOT NULL THEN 'later'
        WHEN appointments.appointment_id IS NOT NULL THEN 'visit'
        WHEN imported_patients.is_new AND patients.user_id IS NOT NULL THEN 'account'
        ELSE 'details'
    END AS why,
    later.import_id AS later_import_id,
    MIN(imported_visits.import_id) AS visits_import_id
FROM imported_patients
JOIN patients ON patients.patient_id = imported_patients.patient_id
LEFT JOIN imported_patients AS later
    ON later.patient_id = imported_patients.patient_id
   AND later.import_id > imported_patients.import_id
LEFT JOIN appointments
    ON appointments.patient_id = imported_patients.patient_id
   AND imported_patients.is_new
LEFT JOIN imported_visits ON imported_visits.appointment_id = appointments.appointment_id
WHERE imported_patients.import_id = %(import_id)s
  AND (
      later.import_id IS NOT NULL
      OR appointments.appointment_id IS NOT NULL
      OR imported_patients.is_new AND patients.user_id IS NOT NULL
      OR (imported_patients.is_new OR imported_patients.took_full_name)
         AND NOT CAST(patients.full_name AS BINARY) <=> CAST(imported_patients.full_name AS BINARY)
      OR (imported_patients.is_new OR imported_patients.took_birth_date)
         AND NOT patients.birth_date <=> imported_patients.birth_date
      OR (imported_patients.is_new OR imported_patients.took_phone)
         AND NOT patients.phone <=> imported_patients.phone
      OR (imported_patients.is_new OR imported_patients.took_email)
         AND NOT patients.email <=> imported_patients.email
  )
GROUP BY patients.patient_id, patients.full_name, why, later.import_id
ORDER BY patients.patient_id, later_import_id;
