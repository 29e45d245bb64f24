-- What the clinic writes down about a visit: a note, since when the patient has been here, how late they will be.
ALTER TABLE appointments
    ADD COLUMN note VARCHAR(2000) NOT NULL DEFAULT ''
        COMMENT 'of the clinic; patients do not see it, but it is in the copy of their data' AFTER cancel_reason,
    ADD COLUMN arrived_utc DATETIME NULL COMMENT 'since when the patient has been here' AFTER note,
    ADD COLUMN late_minutes SMALLINT NULL COMMENT 'how late the patient said they would be' AFTER arrived_utc,
    ADD CONSTRAINT appointment_is_5_to_240_late CHECK (late_minutes BETWEEN 5 AND 240);
