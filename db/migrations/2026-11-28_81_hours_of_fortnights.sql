-- Hours may hold in every other week, and an extra day may stand beside the usual week.
ALTER TABLE working_hours
    ADD COLUMN fortnight TINYINT NULL
        COMMENT 'holds in the weeks with this calendar.fortnight; NULL: in every week' AFTER valid_until,
    ADD COLUMN is_extra BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'beside the usual week' AFTER fortnight,
    ADD CONSTRAINT working_fortnight_is_0_or_1 CHECK (fortnight IN (0, 1)),
    ADD CONSTRAINT extra_hours_come_to_an_end CHECK (NOT is_extra OR valid_until IS NOT NULL);
