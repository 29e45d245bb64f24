-- A service may be for the front desk to book, may have a notice, horizon and deadline of its own, and may need no room.
ALTER TABLE services
    ADD COLUMN place VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'room'
        COMMENT 'a room, by telephone, by video, at the patient''s home: only the first takes a room' AFTER shares_reasons,
    ADD COLUMN is_online BOOLEAN NOT NULL DEFAULT TRUE
        COMMENT 'FALSE: patients cannot book it themselves, the desk can' AFTER place,
    ADD COLUMN notice_minutes INT NULL
        COMMENT 'NULL, here and in the next two: the clinic''s, in settings' AFTER is_online,
    ADD COLUMN horizon_days SMALLINT NULL AFTER notice_minutes,
    ADD COLUMN cancel_deadline_minutes INT NULL AFTER horizon_days,
    ADD CONSTRAINT service_place_is_known CHECK (place IN ('room', 'phone', 'video', 'home')),
    ADD CONSTRAINT service_notice_is_at_most_90_days CHECK (notice_minutes BETWEEN 0 AND 129600),
    ADD CONSTRAINT service_horizon_is_1_to_366_days CHECK (horizon_days BETWEEN 1 AND 366),
    ADD CONSTRAINT service_deadline_is_at_most_90_days CHECK (cancel_deadline_minutes BETWEEN 0 AND 129600);
