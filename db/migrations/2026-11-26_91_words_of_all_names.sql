-- The patients who are there already are found by their words.
DELETE FROM patient_words;

INSERT INTO patient_words (patient_id, word, full_name)
SELECT DISTINCT
    patients.patient_id,
    LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(patients.found_by, ' ', spans.minute DIV 5 + 1), ' ', -1), 60) AS word,
    patients.full_name
FROM patients
JOIN spans
    ON spans.length = (CHAR_LENGTH(patients.found_by) - CHAR_LENGTH(REPLACE(patients.found_by, ' ', '')) + 1) * 5
WHERE patients.forgotten_utc IS NULL
HAVING word <> '';
