-- The words of each patient's name get a table of their own, so that a name is found by a key.
CREATE TABLE patient_words (
    patient_id INT          NOT NULL,
    word       VARCHAR(60)  NOT NULL,
    full_name  VARCHAR(120) NOT NULL,

    PRIMARY KEY (patient_id, word),
    KEY patient_words_by_word (word, full_name, patient_id),
    CONSTRAINT word_belongs_to_patient FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
