-- The words of names also know when the patient was born, so that two records of one patient are found by a key.
ALTER TABLE patient_words
    ADD COLUMN birth_date DATE NULL COMMENT 'as in patients',
    ADD KEY patient_words_by_birth_date (birth_date, word, patient_id);
