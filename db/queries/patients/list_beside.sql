-- Show what stands beside patients who were found: the alert, for those who may read the record (NULL for others), and
-- those visits of today that this visitor may open.
--
-- Gives:   many rows, earliest visit first within each patient; one row for a patient without any
-- Takes:   patient_ids, user_id, today
-- Try:     patient_ids = '[1, 2, 3]', user_id = 11, today = 2026-11-30
-- Lesson:  a list of keys goes in one parameter, as JSON, and JSON_TABLE makes rows of it. So one statement serves a
--          whole page of patients, whatever they were found by.

SELECT
    patients.patient_id,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM who_treats
            WHERE who_treats.user_id = %(user_id)s AND who_treats.patient_id = patients.patient_id
              AND who_treats.from_day <= %(today)s
        ) THEN patients.alert
    END AS alert,
    visits.appointment_id,
    visits.starts_at,
    visits.status,
    statuses.label AS status_label,
    people.full_name AS staff_name
FROM JSON_TABLE(%(patient_ids)s, '$[*]' COLUMNS (patient_id INT PATH '$')) AS asked
JOIN patients ON patients.patient_id = asked.patient_id
LEFT JOIN (
    appointments AS visits
    JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = visits.staff_id
    JOIN staff ON staff.staff_id = visits.staff_id
    JOIN users AS people ON people.user_id = staff.user_id
    JOIN statuses ON statuses.status = visits.status
)
    ON visits.patient_id = patients.patient_id
   AND visits.starts_at >= CAST(%(today)s AS DATE) AND visits.starts_at < CAST(%(today)s AS DATE) + INTERVAL 1 DAY
   AND visits.status <> 'cancelled'
ORDER BY patients.patient_id, visits.starts_at, visits.appointment_id;
