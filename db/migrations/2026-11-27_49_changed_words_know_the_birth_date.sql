-- The words of a patient whose details change know when the patient was born.
CREATE TRIGGER patient_words_follow_the_birth_date AFTER UPDATE ON patients FOR EACH ROW
FOLLOWS patient_is_found_by_new_words
UPDATE patient_words
SET birth_date = NEW.birth_date
WHERE patient_id = NEW.patient_id
  AND NOT birth_date <=> NEW.birth_date;
