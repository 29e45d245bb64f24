-- Show somebody's visits that are not over yet, and what would keep a colleague from taking each at its time.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, to_staff_id, today, now
-- Lesson:  each LEFT JOIN finds what would be in the way, or nothing; MAX over the group of a visit tells which of the
--          two. Two stretches overlap if each starts before the other ends.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.pause_minutes,
    appointments.status,
    appointments.version,
    appointments.service_id,
    appointments.room_id,
    patients.full_name AS patient_name,
    services.name AS service_name,
    MAX(users.user_id) IS NOT NULL AS is_offered,
    MAX(closures.day) IS NOT NULL AS is_closed,
    MAX(working_hours.working_hours_id) IS NOT NULL AS is_at_work,
    MAX(breaks.break_id) IS NOT NULL AS has_break,
    MAX(time_off.time_off_id) IS NOT NULL AS is_away,
    MAX(taken.appointment_id) IS NOT NULL AS is_taken
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
LEFT JOIN staff_services
    ON staff_services.service_id = appointments.service_id AND staff_services.staff_id = %(to_staff_id)s
LEFT JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
LEFT JOIN users ON users.user_id = staff.user_id AND users.is_active AND services.is_active
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN working_hours
    ON working_hours.staff_id = %(to_staff_id)s AND working_hours.weekday = WEEKDAY(appointments.day)
   AND working_hours.valid_from <= appointments.day
   AND COALESCE(working_hours.valid_until, '9999-12-31') > appointments.day
   AND appointments.day + INTERVAL working_hours.starts_minute MINUTE <= appointments.starts_at
   AND appointments.day + INTERVAL working_hours.ends_minute MINUTE >= appointments.ends_at
LEFT JOIN breaks
    ON breaks.working_hours_id = working_hours.working_hours_id
   AND appointments.day + INTERVAL breaks.starts_minute MINUTE < appointments.ends_at
   AND appointments.day + INTERVAL breaks.ends_minute MINUTE > appointments.starts_at
LEFT JOIN time_off
    ON time_off.staff_id = %(to_staff_id)s
   AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
LEFT JOIN appointments AS taken
    ON taken.staff_id = %(to_staff_id)s AND taken.day = appointments.day
   AND taken.starts_at < appointments.holds_until AND taken.holds_until > appointments.starts_at
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day >= %(today)s
  AND appointments.ends_at > %(now)s
  AND appointments.status IN ('booked', 'arrived')
GROUP BY
    appointments.appointment_id, appointments.starts_at, appointments.ends_at, appointments.pause_minutes,
    appointments.status, appointments.version, appointments.service_id, appointments.room_id, patients.full_name,
    services.name
ORDER BY appointments.starts_at, appointments.appointment_id;
