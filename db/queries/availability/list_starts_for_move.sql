-- Show the times of several days to which a visit can be moved: same person, same service, another start.
--
-- Gives:   many rows, earliest first
-- Takes:   appointment_id, first_day, end_day, now, role
-- Lesson:  a visit is not in its own way: each anti-join on appointments leaves it out, which the view free_starts
--          cannot, as it knows of no visit. So its rules stand here once more, and the patient's other visits besides.
--          The CTE says each sum once. Notice binds patients only.

WITH wanted AS (
    SELECT
        visit.appointment_id,
        visit.patient_id,
        visit.staff_id,
        visit.service_id,
        working_hours.working_hours_id,
        calendar.day,
        working_hours.starts_minute + starts.minute AS from_minute,
        working_hours.starts_minute + starts.minute + services.minutes AS to_minute,
        calendar.day + INTERVAL (working_hours.starts_minute + starts.minute) MINUTE AS starts_at,
        calendar.day + INTERVAL (working_hours.starts_minute + starts.minute + services.minutes) MINUTE AS ends_at,
        calendar.day + INTERVAL (
            working_hours.starts_minute + starts.minute + services.minutes + services.pause_minutes
        ) MINUTE AS free_at
    FROM appointments AS visit
    JOIN services ON services.service_id = visit.service_id AND services.is_active
    JOIN staff ON staff.staff_id = visit.staff_id AND staff.is_bookable
    JOIN users ON users.user_id = staff.user_id AND users.is_active
    JOIN staff_services ON staff_services.staff_id = visit.staff_id AND staff_services.service_id = visit.service_id
    JOIN settings ON settings.settings_id = 1
    JOIN calendar
        ON calendar.day >= %(first_day)s
       AND calendar.day < %(end_day)s
       AND calendar.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
    LEFT JOIN closures ON closures.day = calendar.day
    JOIN working_hours
        ON working_hours.staff_id = visit.staff_id
       AND working_hours.weekday = calendar.weekday
       AND working_hours.valid_from <= calendar.day
       AND COALESCE(working_hours.valid_until, '9999-12-31') > calendar.day
    -- after the hours and by its key, as in the view
    STRAIGHT_JOIN spans AS starts FORCE INDEX (PRIMARY)
        ON starts.length = working_hours.ends_minute - working_hours.starts_minute
       AND starts.minute % staff.slot_minutes = 0
       AND starts.minute + services.minutes <= starts.length
    WHERE visit.appointment_id = %(appointment_id)s
      AND closures.day IS NULL
      AND working_hours.starts_minute + starts.minute + services.minutes + services.pause_minutes <= 1440
      AND calendar.day + INTERVAL (working_hours.starts_minute + starts.minute) MINUTE
          >= %(now)s + INTERVAL IF(%(role)s = 'patient', settings.notice_minutes, 0) MINUTE
      AND calendar.day + INTERVAL (working_hours.starts_minute + starts.minute) MINUTE <> visit.starts_at
)
SELECT DISTINCT
    wanted.starts_at
FROM wanted
LEFT JOIN breaks
    ON breaks.working_hours_id = wanted.working_hours_id
   AND breaks.starts_minute < wanted.to_minute AND breaks.ends_minute > wanted.from_minute
LEFT JOIN time_off
    ON time_off.staff_id = wanted.staff_id
   AND time_off.starts_at < wanted.ends_at AND time_off.ends_at > wanted.starts_at
LEFT JOIN clock_gaps
    ON clock_gaps.day = wanted.day
   AND clock_gaps.starts_minute < wanted.to_minute AND clock_gaps.ends_minute > wanted.from_minute
LEFT JOIN appointments AS person_taken
    ON person_taken.staff_id = wanted.staff_id AND person_taken.day = wanted.day
   AND person_taken.starts_at < wanted.free_at AND person_taken.holds_until > wanted.starts_at
   AND person_taken.appointment_id <> wanted.appointment_id
LEFT JOIN appointments AS patient_taken
    -- the days once more, as they were given: so the key gives a patient's visits of these days, and not of all years
    ON patient_taken.patient_id = wanted.patient_id
   AND patient_taken.starts_at >= %(first_day)s AND patient_taken.starts_at < %(end_day)s
   AND patient_taken.starts_at < wanted.ends_at AND patient_taken.ends_at > wanted.starts_at
   AND patient_taken.holds_until IS NOT NULL AND patient_taken.appointment_id <> wanted.appointment_id
JOIN room_services ON room_services.service_id = wanted.service_id
STRAIGHT_JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS room_taken
    ON room_taken.room_id = rooms.room_id AND room_taken.day = wanted.day
   AND room_taken.starts_at < wanted.free_at AND room_taken.holds_until > wanted.starts_at
   AND room_taken.appointment_id <> wanted.appointment_id
WHERE breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND clock_gaps.day IS NULL
  AND person_taken.appointment_id IS NULL
  AND patient_taken.appointment_id IS NULL
  AND room_taken.appointment_id IS NULL
ORDER BY wanted.starts_at;
