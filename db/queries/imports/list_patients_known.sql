-- List the patients who have one of these references, with what the last file said of them.
--
-- Gives:   many rows, by reference
-- Takes:   lines
-- Try:     lines = '[{"reference": "A-17"}]'
-- Lesson:  "the latest row of each": the key (patient_id, import_id) answers a MAX without reading a row, and the row
--          is then looked up by it.

SELECT
    patients.reference,
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    imported_patients.patient_id IS NOT NULL AS was_imported,
    imported_patients.full_name AS said_full_name,
    imported_patients.birth_date AS said_birth_date,
    imported_patients.phone AS said_phone,
    imported_patients.email AS said_email
FROM JSON_TABLE(%(lines)s, '$[*]' COLUMNS (
    reference VARCHAR(60) PATH '$.reference'
)) AS found
STRAIGHT_JOIN patients FORCE INDEX (patient_reference_is_unique)
    ON patients.reference = CONVERT(found.reference USING utf8mb4) COLLATE utf8mb4_bin
LEFT JOIN imported_patients
    ON imported_patients.patient_id = patients.patient_id
   AND imported_patients.import_id = (
       SELECT
           MAX(latest.import_id)
       FROM imported_patients AS latest
       WHERE latest.patient_id = patients.patient_id
   )
ORDER BY patients.reference;
