-- Show whom the clinic must call, or whom it has called since a moment: what the patient thinks, and how it is now.
--
-- Gives:   many rows, those first whose visit is the earliest
-- Takes:   user_id, done_since_utc, limit
-- Try:     user_id = 1, done_since_utc = 2026-11-01 00:00, limit = 10
-- Lesson:  EXISTS with IN asks whether the visit is, or was, one that this account may see; a join would give a row for
--          each of the two. done_since_utc NULL: those who were not called yet.

SELECT
    needed_calls.appointment_id,
    needed_calls.was_at,
    former.full_name AS was_with,
    needed_calls.created_utc,
    needed_calls.done_utc,
    authors.full_name AS done_by,
    appointments.starts_at,
    appointments.status,
    appointments.service_id,
    services.name AS service_name,
    people.full_name AS staff_name,
    patients.patient_id,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS phone
FROM needed_calls
JOIN appointments ON appointments.appointment_id = needed_calls.appointment_id
JOIN patients ON patients.patient_id = needed_calls.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN services ON services.service_id = appointments.service_id
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users AS people ON people.user_id = staff.user_id
LEFT JOIN staff AS former_staff ON former_staff.staff_id = needed_calls.was_staff_id
LEFT JOIN users AS former ON former.user_id = former_staff.user_id
LEFT JOIN users AS authors ON authors.user_id = needed_calls.done_by
WHERE CASE
        WHEN %(done_since_utc)s IS NULL THEN needed_calls.done_utc IS NULL
        ELSE needed_calls.done_utc >= %(done_since_utc)s
      END
  AND EXISTS (
        SELECT 1 FROM whose_visits
        WHERE whose_visits.user_id = %(user_id)s
          AND whose_visits.staff_id IN (needed_calls.staff_id, needed_calls.was_staff_id)
      )
ORDER BY COALESCE(needed_calls.was_at, appointments.starts_at), needed_calls.appointment_id
LIMIT %(limit)s;
