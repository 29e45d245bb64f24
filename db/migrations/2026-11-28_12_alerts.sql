-- What staff must know of a patient before all else, and whether the patient has to call to book.
ALTER TABLE patients
    ADD COLUMN alert VARCHAR(200) NOT NULL DEFAULT ''
        COMMENT 'what staff must know before all else; patients do not see it, but it is in the copy of their data' AFTER email,
    ADD COLUMN is_online BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: must call to book' AFTER alert;
