-- The history of a visit says when the patient acted by the link in a mail.

ALTER TABLE appointment_history
    ADD COLUMN by_link BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'the patient, by the link in a mail: with or without an account' AFTER user_id;
