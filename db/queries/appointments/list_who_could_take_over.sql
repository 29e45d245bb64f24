-- List the people who offer a visit's service, and what each does at that time.
--
-- Gives:   many rows, by name
-- Takes:   appointment_id
-- Try:     appointment_id = 553
-- Lesson:  each LEFT JOIN finds what would be in the way, or nothing; MAX over a group tells which of the two. A visit
--          is not in its own way.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    MAX(taken.appointment_id) IS NOT NULL AS is_taken,
    MAX(time_off.time_off_id) IS NOT NULL AS is_away,
    MAX(hours.working_hours_id) IS NOT NULL AS is_at_work,
    MAX(breaks.break_id) IS NOT NULL AS is_in_break
FROM appointments
JOIN staff_services ON staff_services.service_id = appointments.service_id
JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
JOIN users ON users.user_id = staff.user_id AND users.is_active
LEFT JOIN appointments AS taken
    ON taken.staff_id = staff.staff_id AND taken.day = appointments.day
   AND taken.starts_at < appointments.ends_at + INTERVAL appointments.pause_minutes MINUTE
   AND taken.holds_until > appointments.starts_at AND taken.appointment_id <> appointments.appointment_id
LEFT JOIN time_off
    ON time_off.staff_id = staff.staff_id
   AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
LEFT JOIN hours_of_days AS hours
    ON hours.staff_id = staff.staff_id AND hours.day = appointments.day
   AND hours.starts_at <= appointments.starts_at AND hours.ends_at >= appointments.ends_at
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND appointments.day + INTERVAL breaks.starts_minute MINUTE < appointments.ends_at
   AND appointments.day + INTERVAL breaks.ends_minute MINUTE > appointments.starts_at
WHERE appointments.appointment_id = %(appointment_id)s
GROUP BY staff.staff_id, users.full_name, staff.specialization
ORDER BY users.full_name, staff.staff_id;
