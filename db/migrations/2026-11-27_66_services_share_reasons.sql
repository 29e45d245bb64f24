-- The words with which a patient books are for who has the visit. A service may share them with all who treat the patient.
ALTER TABLE services
    ADD COLUMN shares_reasons BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'whoever treats the patient reads why they came, not only who had the visit' AFTER how_to_prepare;
