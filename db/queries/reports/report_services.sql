-- Count each service's visits, and the minutes they held, most booked first.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day
-- Lesson:  one look into (service_id, day, starts_at, holds_until) for each service and day: see report_staff.

SELECT
    services.name,
    COUNT(*) AS visits,
    SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
FROM services
JOIN calendar
STRAIGHT_JOIN appointments
    ON appointments.service_id = services.service_id
   AND appointments.day = calendar.day
   AND appointments.holds_until IS NOT NULL
WHERE calendar.day >= %(from_day)s
  AND calendar.day < %(end_day)s
GROUP BY services.service_id, services.name
ORDER BY visits DESC, services.name, services.service_id;
