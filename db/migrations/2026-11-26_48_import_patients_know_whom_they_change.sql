-- A line of a file of patients can bring somebody up to date who is there already.
ALTER TABLE import_patients
    ADD COLUMN patient_id       INT     NULL COMMENT 'who has this reference already' AFTER reference,
    ADD COLUMN takes_full_name  BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the line changes it' AFTER email,
    ADD COLUMN takes_birth_date BOOLEAN NOT NULL DEFAULT FALSE AFTER takes_full_name,
    ADD COLUMN takes_phone      BOOLEAN NOT NULL DEFAULT FALSE AFTER takes_birth_date,
    ADD COLUMN takes_email      BOOLEAN NOT NULL DEFAULT FALSE AFTER takes_phone;
