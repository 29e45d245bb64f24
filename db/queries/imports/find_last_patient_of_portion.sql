-- Find the last patient of the next portion of an import to take back. NULL: there is no more.
--
-- Gives:   one value
-- Takes:   import_id, after_id, limit
-- Try:     import_id = 1, after_id = 0, limit = 10

SELECT
    MAX(next_ones.patient_id) AS last_id
FROM (
    SELECT
        imported_patients.patient_id
    FROM imported_patients
    WHERE imported_patients.import_id = %(import_id)s
      AND imported_patients.patient_id > %(after_id)s
    ORDER BY imported_patients.patient_id
    LIMIT %(limit)s
) AS next_ones;
