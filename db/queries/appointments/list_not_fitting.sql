-- Show a person's visits ahead that their hours no longer allow, with what stands against each.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, now, limit
-- Lesson:  the same anti-joins as in the view free_starts, asked the other way round: what was found matters here.
--          A visit within two absences would come twice; DISTINCT folds it into one.

SELECT DISTINCT
    appointments.appointment_id,
    appointments.starts_at,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS patient_phone,
    services.name AS service_name,
    closures.day IS NOT NULL AS is_closed,
    time_off.time_off_id IS NOT NULL AS is_away,
    working_hours.working_hours_id IS NULL AS is_outside_hours,
    breaks.break_id IS NOT NULL AS is_in_break,
    knowingly.history_id IS NOT NULL AS is_known
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN services USING (service_id)
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN time_off
    ON time_off.staff_id = appointments.staff_id
   AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
LEFT JOIN working_hours
    ON working_hours.staff_id = appointments.staff_id
   AND working_hours.weekday = WEEKDAY(appointments.starts_at)
   AND working_hours.valid_from <= appointments.day
   AND COALESCE(working_hours.valid_until, '9999-12-31') > appointments.day
   AND working_hours.starts_minute <= TIMESTAMPDIFF(MINUTE, appointments.day, appointments.starts_at)
   AND working_hours.ends_minute >= TIMESTAMPDIFF(MINUTE, appointments.day, appointments.ends_at)
LEFT JOIN breaks
    ON breaks.working_hours_id = working_hours.working_hours_id
   AND breaks.starts_minute < TIMESTAMPDIFF(MINUTE, appointments.day, appointments.ends_at)
   AND breaks.ends_minute > TIMESTAMPDIFF(MINUTE, appointments.day, appointments.starts_at)
LEFT JOIN appointment_history AS knowingly
    ON knowingly.appointment_id = appointments.appointment_id AND knowingly.overruled <> ''
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day >= CAST(%(now)s AS DATE)
  AND appointments.starts_at >= %(now)s
  AND appointments.status = 'booked'
  AND (closures.day IS NOT NULL OR time_off.time_off_id IS NOT NULL
       OR working_hours.working_hours_id IS NULL OR breaks.break_id IS NOT NULL)
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
