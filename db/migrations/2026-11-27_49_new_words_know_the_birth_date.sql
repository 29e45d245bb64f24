-- The words of a new patient know when the patient was born.
CREATE TRIGGER patient_words_know_the_birth_date AFTER INSERT ON patients FOR EACH ROW
FOLLOWS patient_is_found_by_words
UPDATE patient_words
SET birth_date = NEW.birth_date
WHERE patient_id = NEW.patient_id
  AND NEW.birth_date IS NOT NULL;
