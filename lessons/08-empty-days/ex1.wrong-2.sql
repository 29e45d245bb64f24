-- A day without a visit has 1: COUNT(*) counts the row of NULLs. Count a column of appointments.

SELECT
    calendar.day,
    COUNT(*) AS visits
FROM calendar
LEFT JOIN appointments
    ON appointments.day = calendar.day
   AND appointments.status = 'booked'
WHERE calendar.day BETWEEN '2026-12-05' AND '2026-12-13'
GROUP BY calendar.day
ORDER BY calendar.day;
