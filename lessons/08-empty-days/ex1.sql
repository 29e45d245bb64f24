-- Task:    Show each day from 5 to 13 December 2026 and how many visits are booked for it (status booked), 0 included, earliest first.
-- On:      learn
-- Order:   day
-- Hint 1:  The calendar stands on the left.
-- Hint 2:  The status is a condition on the right table.
-- Why:     With the status in ON, a day on which all visits were cancelled keeps its row and has 0.

SELECT
    calendar.day,
    COUNT(appointments.appointment_id) AS visits
FROM calendar
LEFT JOIN appointments
    ON appointments.day = calendar.day
   AND appointments.status = 'booked'
WHERE calendar.day BETWEEN '2026-12-05' AND '2026-12-13'
GROUP BY calendar.day
ORDER BY calendar.day;
