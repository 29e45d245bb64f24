-- A new patient is found by the words of the name.
CREATE TRIGGER patient_is_found_by_words AFTER INSERT ON patients FOR EACH ROW
INSERT INTO patient_words (patient_id, word, full_name)
SELECT DISTINCT
    NEW.patient_id,
    LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(NEW.found_by, ' ', spans.minute DIV 5 + 1), ' ', -1), 60) AS word,
    NEW.full_name
FROM spans
WHERE spans.length = (CHAR_LENGTH(NEW.found_by) - CHAR_LENGTH(REPLACE(NEW.found_by, ' ', '')) + 1) * 5
  AND NEW.forgotten_utc IS NULL
HAVING word <> '';
