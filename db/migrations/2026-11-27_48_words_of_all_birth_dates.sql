-- The words that are there already learn when their patients were born.
UPDATE patient_words
JOIN patients USING (patient_id)
SET patient_words.birth_date = patients.birth_date;
