-- Count the visits of a member of staff, and those that are not over yet.
--
-- Gives:   one row, or none
-- Takes:   staff_id, now

SELECT
    COUNT(*) AS visits,
    COALESCE(SUM(appointments.ends_at > %(now)s AND appointments.status IN ('booked', 'arrived')), 0) AS ahead
FROM appointments
WHERE appointments.staff_id = %(staff_id)s;
