-- Count the visits of a member of staff, and those that are not over yet.
--
-- Gives:   one row, or none
-- Takes:   staff_id, now
-- Lesson:  two counts, each along as little of the key (staff_id, day, …) as it needs: all entries of a person without
--          a look at the rows, and from today on with one. SUM of a comparison would count both in one go, and read
--          every visit that the person ever had; so would a correlated subquery, which can use a day only for a
--          staff_id that it knows beforehand.

SELECT
    (SELECT COUNT(*) FROM appointments WHERE appointments.staff_id = %(staff_id)s) AS visits,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.staff_id = %(staff_id)s
          AND appointments.day >= DATE(%(now)s)
          AND appointments.ends_at > %(now)s
          AND appointments.status IN ('booked', 'arrived')
    ) AS ahead;
