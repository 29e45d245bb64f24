-- A cancellation that is undone counts two in the version of a visit: the cancelling calendar file had the next number.
ALTER TABLE appointments
    MODIFY COLUMN version INT NOT NULL DEFAULT 0
        COMMENT 'up by one per move, by two per cancellation undone: the calendar file''s SEQUENCE (RFC 5545 3.8.7.4)';
