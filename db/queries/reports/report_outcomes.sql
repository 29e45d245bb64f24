-- Count the visits that took place and those to which nobody came, for each member of staff and service.
--
-- Gives:   many rows, by person and service
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  one walk for two reports: who asks adds these few rows up by person, and again by service. The key
--          appointments_counted has all that is asked for, so no visit itself is read.

SELECT
    users.full_name AS staff_name,
    services.name AS service_name,
    counted.staff_id,
    counted.service_id,
    counted.completed,
    counted.no_show
FROM (
    SELECT
        appointments.staff_id,
        appointments.service_id,
        SUM(appointments.status = 'completed') AS completed,
        SUM(appointments.status = 'no_show') AS no_show
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(end_day)s
      AND appointments.status IN ('completed', 'no_show')
    GROUP BY appointments.staff_id, appointments.service_id
) AS counted
JOIN staff ON staff.staff_id = counted.staff_id
JOIN users ON users.user_id = staff.user_id
JOIN services ON services.service_id = counted.service_id
ORDER BY users.full_name, services.name, counted.staff_id, counted.service_id;
