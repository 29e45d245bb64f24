-- Show, for each visit of a member of staff that no longer fits, the colleagues who could take it at its time.
--
-- Gives:   many rows, by visit, then by name
-- Takes:   staff_id, today, now, limit
-- Try:     staff_id = 7, today = 2026-11-30, now = 2026-11-30 10:00, limit = 100
-- Lesson:  visits × colleagues in one statement. JOIN keeps the pairs of which something must be found (the service is
--          offered, the hours hold the visit); LEFT JOIN … IS NULL leaves out those where something is in the way.
--          The derived table has the visits of appointments/list_not_fitting: LIMIT cuts both at the same visit.

SELECT
    appointments.appointment_id,
    staff.staff_id,
    users.full_name,
    (
        SELECT COUNT(*) FROM appointments AS others
        WHERE others.staff_id = staff.staff_id AND others.day = appointments.day AND others.holds_until IS NOT NULL
    ) AS visits_that_day
FROM (
    SELECT unfitting_visits.appointment_id
    FROM unfitting_visits
    WHERE unfitting_visits.staff_id = %(staff_id)s
      AND unfitting_visits.day >= %(today)s
      AND unfitting_visits.status IN ('booked', 'arrived')
    ORDER BY unfitting_visits.starts_at, unfitting_visits.appointment_id
    LIMIT %(limit)s
) AS unfitting
JOIN appointments ON appointments.appointment_id = unfitting.appointment_id AND appointments.ends_at > %(now)s
JOIN services ON services.service_id = appointments.service_id AND services.is_active
JOIN staff_services ON staff_services.service_id = appointments.service_id
JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable AND staff.staff_id <> %(staff_id)s
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN hours_of_days AS hours
    ON hours.staff_id = staff.staff_id AND hours.day = appointments.day
   AND hours.starts_at <= appointments.starts_at AND hours.ends_at >= appointments.ends_at
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND hours.day + INTERVAL breaks.starts_minute MINUTE < appointments.ends_at
   AND hours.day + INTERVAL breaks.ends_minute MINUTE > appointments.starts_at
LEFT JOIN time_off
    ON time_off.staff_id = staff.staff_id
   AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
LEFT JOIN appointments AS taken
    ON taken.staff_id = staff.staff_id AND taken.day = appointments.day
   AND taken.starts_at < appointments.holds_until AND taken.holds_until > appointments.starts_at
LEFT JOIN closures ON closures.day = appointments.day
WHERE breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND taken.appointment_id IS NULL
  AND closures.day IS NULL
ORDER BY appointments.starts_at, appointments.appointment_id, users.full_name, staff.staff_id;
