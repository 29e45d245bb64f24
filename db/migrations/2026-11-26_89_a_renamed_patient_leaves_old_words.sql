-- A renamed patient is no longer found by the old words.
CREATE TRIGGER patient_leaves_old_words AFTER UPDATE ON patients FOR EACH ROW
DELETE FROM patient_words
WHERE patient_id = OLD.patient_id
  AND (CAST(NEW.full_name AS BINARY) <> CAST(OLD.full_name AS BINARY) OR NEW.forgotten_utc IS NOT NULL);
