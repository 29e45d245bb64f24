-- Count the visits of a member of staff, and how many of them are not over yet.
--
-- Gives:   one row, or none
-- Takes:   staff_id, now
-- Try:     staff_id = 1, now = 2026-11-30 10:00
-- Lesson:  two counts, and each reads as little of the key (staff_id, day, …) as it needs. The first reads all entries
--          of a member of staff and no row; the second reads the rows from today on. SUM of a comparison would count
--          both in one pass, and read every visit of that member of staff. So would a correlated subquery, which can
--          use day only if it knows staff_id beforehand.

SELECT
    (SELECT COUNT(*) FROM appointments WHERE appointments.staff_id = %(staff_id)s) AS visits,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.staff_id = %(staff_id)s
          AND appointments.day >= DATE(%(now)s)
          AND appointments.ends_at > %(now)s
          AND appointments.status IN ('booked', 'arrived')
    ) AS ahead;
