-- Count the visits of a member of staff, and those that are not over yet.
--
-- Gives:   one row, or none
-- Takes:   staff_id, now
-- Lesson:  a comparison is 1 or 0, so SUM counts the rows for which it holds. Over no rows SUM is NULL, and COUNT is 0.

SELECT
    COUNT(*) AS visits,
    COALESCE(SUM(appointments.ends_at > %(now)s AND appointments.status IN ('booked', 'arrived')), 0) AS ahead
FROM appointments
WHERE appointments.staff_id = %(staff_id)s;
