-- Show somebody's visits that are not over yet, and what would keep a colleague from taking each at its time.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, to_staff_id, today, now
-- Try:     staff_id = 1, to_staff_id = 2, today = 2026-11-30, now = 2026-11-30 10:00
-- Lesson:  a LEFT JOIN where one row at most can be found, EXISTS where several can: it says whether, not how often. So
--          each visit comes once, with nothing to be grouped. is_offered: the last of three LEFT JOINs was found.

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
    hours.day IS NOT NULL AS is_at_work,
    closures.day IS NOT NULL AS is_closed,
    users.user_id IS NOT NULL AS is_offered,
    COALESCE(rooms.is_active, services.place <> 'room') AS keeps_room,
    EXISTS (
        SELECT 1 FROM breaks
        WHERE breaks.working_hours_id = hours.working_hours_id
          AND hours.day + INTERVAL breaks.starts_minute MINUTE < appointments.ends_at
          AND hours.day + INTERVAL breaks.ends_minute MINUTE > appointments.starts_at
    ) AS is_in_break,
    EXISTS (
        SELECT 1 FROM time_off
        WHERE time_off.staff_id = %(to_staff_id)s
          AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
    ) AS is_away,
    EXISTS (
        SELECT 1 FROM appointments AS taken
        WHERE taken.staff_id = %(to_staff_id)s AND taken.day = appointments.day
          AND taken.starts_at < appointments.holds_until AND taken.holds_until > appointments.starts_at
    ) AS is_taken
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN staff_services
    ON staff_services.service_id = appointments.service_id AND staff_services.staff_id = %(to_staff_id)s
LEFT JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
LEFT JOIN users ON users.user_id = staff.user_id AND users.is_active AND services.is_active
LEFT JOIN hours_of_days AS hours
    ON hours.staff_id = %(to_staff_id)s AND hours.day = appointments.day
   AND hours.starts_at <= appointments.starts_at AND hours.ends_at >= appointments.ends_at
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day >= %(today)s
  AND appointments.ends_at > %(now)s
  AND appointments.status IN ('booked', 'arrived')
ORDER BY appointments.starts_at, appointments.appointment_id;
