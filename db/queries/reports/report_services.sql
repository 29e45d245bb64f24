-- Count each service's visits, and the minutes that they held.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  count within the key, then name: see report_staff.

SELECT
    services.name AS name,
    counted.visits,
    counted.minutes
FROM (
    SELECT
        appointments.service_id,
        COUNT(*) AS visits,
        SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(end_day)s
      AND appointments.holds_until IS NOT NULL
    GROUP BY appointments.service_id
) AS counted
JOIN services ON services.service_id = counted.service_id
ORDER BY counted.visits DESC, services.name, counted.service_id;
