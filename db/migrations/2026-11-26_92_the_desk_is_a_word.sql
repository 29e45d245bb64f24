-- Who is at the front desk is said by a column of its own, and no longer by "cannot be booked".
ALTER TABLE staff
    MODIFY COLUMN is_bookable BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: on leave, only at the desk, or gone',
    ADD COLUMN is_desk BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'the front desk sees and books everybody''s visits; who treats may be desk too' AFTER is_bookable;
