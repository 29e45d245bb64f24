-- Show, of what an account sees, how many calls are due, how many past visits have no outcome, and by person how many
-- visits somebody must decide on.
--
-- Gives:   many rows, by kind: calls, open, visits; those by name
-- Takes:   user_id, today, now
-- Try:     user_id = 11, today = 2026-11-30, now = 2026-11-30 10:00
-- Lesson:  the view unfitting_visits would look at every visit ahead. Here what is in the way comes first and leads to
--          its visits by their keys: absences, closures, and the few pairs of person and service that are booked ahead.
--          STRAIGHT_JOIN keeps that order, UNION leaves out doubles. What was knowingly booked so is not counted, nor
--          are visits outside hours or in breaks.

WITH found AS (
    SELECT appointments.appointment_id
    FROM time_off
    STRAIGHT_JOIN appointments
        ON appointments.staff_id = time_off.staff_id
       AND appointments.day BETWEEN CAST(time_off.starts_at AS DATE) AND CAST(time_off.ends_at AS DATE)
       AND appointments.starts_at < time_off.ends_at AND appointments.ends_at > time_off.starts_at
    LEFT JOIN appointment_history AS knowingly
        ON knowingly.appointment_id = appointments.appointment_id
       AND SUBSTRING_INDEX(knowingly.overruled, ':', 1) LIKE '%time off%'
    WHERE time_off.ends_at > CAST(%(today)s AS DATE) AND knowingly.history_id IS NULL
    UNION
    SELECT appointments.appointment_id
    FROM closures
    STRAIGHT_JOIN appointments
        ON appointments.starts_at >= closures.day AND appointments.starts_at < closures.day + INTERVAL 1 DAY
    LEFT JOIN appointment_history AS knowingly
        ON knowingly.appointment_id = appointments.appointment_id
       AND SUBSTRING_INDEX(knowingly.overruled, ':', 1) LIKE '%closed%'
    WHERE closures.day >= %(today)s AND knowingly.history_id IS NULL
    UNION
    SELECT appointments.appointment_id
    FROM (SELECT DISTINCT staff_id, service_id FROM appointments WHERE starts_at >= CAST(%(today)s AS DATE)) AS pairs
    STRAIGHT_JOIN staff ON staff.staff_id = pairs.staff_id
    STRAIGHT_JOIN users ON users.user_id = staff.user_id
    STRAIGHT_JOIN services ON services.service_id = pairs.service_id
    LEFT JOIN staff_services
        ON staff_services.staff_id = pairs.staff_id AND staff_services.service_id = pairs.service_id
    STRAIGHT_JOIN appointments
        ON appointments.staff_id = pairs.staff_id AND appointments.day >= %(today)s
       AND appointments.service_id = pairs.service_id
    WHERE NOT (staff.is_bookable AND users.is_active AND services.is_active) OR staff_services.service_id IS NULL
)
SELECT
    'calls' AS kind,
    NULL AS staff_id,
    NULL AS full_name,
    COUNT(*) AS amount
FROM needed_calls
WHERE needed_calls.done_utc IS NULL
  AND EXISTS (
    SELECT 1 FROM whose_visits
    WHERE whose_visits.user_id = %(user_id)s
      AND whose_visits.staff_id IN (needed_calls.staff_id, needed_calls.was_staff_id)
  )
UNION ALL
SELECT
    'open',
    NULL,
    NULL,
    COUNT(*)
FROM appointments
JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.status IN ('booked', 'arrived')
  AND appointments.starts_at < %(now)s
  AND appointments.ends_at <= %(now)s
UNION ALL
SELECT
    'visits',
    staff.staff_id,
    users.full_name,
    COUNT(*)
FROM found
STRAIGHT_JOIN appointments ON appointments.appointment_id = found.appointment_id
JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users ON users.user_id = staff.user_id
WHERE appointments.day >= %(today)s
  AND appointments.status IN ('booked', 'arrived')
GROUP BY staff.staff_id, users.full_name
ORDER BY kind, full_name, staff_id;
