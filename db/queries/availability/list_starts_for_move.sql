-- Show the times of several days to which a visit can be moved: same person, same service and length, another start.
--
-- Gives:   many rows, earliest first
-- Takes:   appointment_id, first_day, end_day, now, role
-- Try:     appointment_id = 553, first_day = 2026-11-30, end_day = 2026-12-07, now = 2026-11-30 10:00, role = 'patient'
-- Lesson:  a visit is not in its own way: over the view starts_for_moves, each anti-join on appointments leaves it out,
--          which the view free_starts cannot, as it knows of no visit. The patient's other visits are in its way too.
--          Notice binds patients only.

SELECT DISTINCT
    starts.starts_at
FROM starts_for_moves AS starts
JOIN rules_of_services AS rules ON rules.service_id = starts.service_id
LEFT JOIN appointments AS person_taken
    ON person_taken.staff_id = starts.staff_id AND person_taken.day = starts.day
   AND person_taken.starts_at < starts.free_at AND person_taken.holds_until > starts.starts_at
   AND person_taken.appointment_id <> starts.appointment_id
LEFT JOIN appointments AS patient_taken
    -- the days once more, as they were given: so the key gives a patient's visits of these days, and not of all years
    ON patient_taken.patient_id = starts.patient_id
   AND patient_taken.starts_at >= %(first_day)s AND patient_taken.starts_at < %(end_day)s
   AND patient_taken.starts_at < starts.ends_at AND patient_taken.ends_at > starts.starts_at
   AND patient_taken.holds_until IS NOT NULL AND patient_taken.appointment_id <> starts.appointment_id
LEFT JOIN room_services ON room_services.service_id = starts.service_id AND starts.place = 'room'
LEFT JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS room_taken
    ON room_taken.room_id = rooms.room_id AND room_taken.day = starts.day
   AND room_taken.starts_at < starts.free_at AND room_taken.holds_until > starts.starts_at
   AND room_taken.appointment_id <> starts.appointment_id
WHERE starts.appointment_id = %(appointment_id)s
  AND starts.day >= %(first_day)s AND starts.day < %(end_day)s
  AND starts.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
  AND starts.starts_at >= %(now)s + INTERVAL IF(%(role)s = 'patient', rules.notice_minutes, 0) MINUTE
  AND starts.starts_at <> starts.present_start
  AND person_taken.appointment_id IS NULL
  AND patient_taken.appointment_id IS NULL
  AND (rooms.room_id IS NOT NULL OR starts.place <> 'room')
  AND room_taken.appointment_id IS NULL
ORDER BY starts.starts_at;
