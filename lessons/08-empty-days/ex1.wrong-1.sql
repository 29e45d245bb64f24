-- Days without a visit are missing: the status in WHERE throws them away, as it is NULL there.

SELECT
    calendar.day,
    COUNT(appointments.appointment_id) AS visits
FROM calendar
LEFT JOIN appointments ON appointments.day = calendar.day
WHERE calendar.day BETWEEN '2026-12-05' AND '2026-12-13'
  AND appointments.status = 'booked'
GROUP BY calendar.day
ORDER BY calendar.day;
