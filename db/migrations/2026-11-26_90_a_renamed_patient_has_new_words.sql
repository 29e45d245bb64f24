-- A renamed patient is found by the new words.
CREATE TRIGGER patient_is_found_by_new_words AFTER UPDATE ON patients FOR EACH ROW FOLLOWS patient_leaves_old_words
INSERT INTO patient_words (patient_id, word, full_name)
SELECT DISTINCT
    NEW.patient_id,
    LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(NEW.found_by, ' ', spans.minute DIV 5 + 1), ' ', -1), 60) AS word,
    NEW.full_name
FROM spans
WHERE spans.length = (CHAR_LENGTH(NEW.found_by) - CHAR_LENGTH(REPLACE(NEW.found_by, ' ', '')) + 1) * 5
  AND CAST(NEW.full_name AS BINARY) <> CAST(OLD.full_name AS BINARY)
  AND NEW.forgotten_utc IS NULL
HAVING word <> '';
