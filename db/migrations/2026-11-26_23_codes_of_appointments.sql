-- The status of a visit is compared sign by sign, and a visit has a day. (Its foreign key comes back once both
-- tables are changed.)
ALTER TABLE appointments
    DROP FOREIGN KEY appointment_has_status,
    MODIFY status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'booked',
    ADD CONSTRAINT appointment_has_a_day CHECK (starts_at >= '1900-01-01');
