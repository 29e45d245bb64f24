-- Show the visits of two patients that are at the same time, in pairs.
--
-- Gives:   many rows, earliest first
-- Takes:   patient_id, other_id
-- Try:     patient_id = 1, other_id = 1
-- Lesson:  two stretches of time overlap if each begins before the other ends. No visit is longer than eight hours, so
--          the second condition on starts_at gives the walk along (patient_id, starts_at) a beginning as well.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    people.full_name AS staff_name,
    others.appointment_id AS other_appointment_id,
    others.starts_at AS other_starts_at,
    other_people.full_name AS other_staff_name
FROM appointments
JOIN appointments AS others
    ON others.patient_id = %(other_id)s
   AND others.starts_at < appointments.ends_at
   AND others.starts_at > appointments.starts_at - INTERVAL 480 MINUTE
   AND others.ends_at > appointments.starts_at
   AND others.holds_until IS NOT NULL
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users AS people ON people.user_id = staff.user_id
JOIN staff AS other_staff ON other_staff.staff_id = others.staff_id
JOIN users AS other_people ON other_people.user_id = other_staff.user_id
WHERE appointments.patient_id = %(patient_id)s
  AND appointments.holds_until IS NOT NULL
ORDER BY appointments.starts_at, appointments.appointment_id, others.appointment_id
LIMIT 20;
