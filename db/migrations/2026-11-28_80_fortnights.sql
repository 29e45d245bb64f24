-- Weeks alternate: each day knows to which of two weeks it belongs.
ALTER TABLE calendar
    ADD COLUMN fortnight TINYINT GENERATED ALWAYS AS (DATEDIFF(day, '2019-12-30') DIV 7 % 2) STORED
        COMMENT '0 and 1 in turn, new each Monday: unlike the numbers of weeks it never jumps, whatever the year';
