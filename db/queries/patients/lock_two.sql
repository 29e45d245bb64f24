-- Lock two patients until the end of the transaction, the lower key first, and read them as they now are.
--
-- Gives:   many rows, by key
-- Takes:   patient_id, other_id
-- Try:     patient_id = 1, other_id = 1
-- Lesson:  IN on the primary key is read in the order of that key, whichever of the two was named first, and rows are
--          locked as they are read. If two people merge the same two records, one waits, and then finds one gone.

SELECT
    patients.patient_id,
    patients.user_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    patients.alert,
    patients.is_online,
    patients.reference
FROM patients
WHERE patients.patient_id IN (%(patient_id)s, %(other_id)s)
  AND patients.forgotten_utc IS NULL
ORDER BY patients.patient_id
FOR UPDATE;
