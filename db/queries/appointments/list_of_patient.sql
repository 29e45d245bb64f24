-- Show the earlier and the cancelled visits of a patient to those who treat them: all that are not still ahead. The
-- reason and the clinic's note are read by who may open the visit, and by all of them where the service shares them.
--
-- Gives:   many rows, latest first
-- Takes:   patient_id, user_id, today, limit, offset
-- Try:     patient_id = 1, user_id = 11, today = 2026-11-30, limit = 10, offset = 0
-- Lesson:  the page is cut from the key (patient_id, starts_at) before anything is joined; else the server may join
--          all visits of a life and sort them for the sake of one page. may_open: the view whose_visits has it.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.status,
    statuses.label AS status_label,
    CASE
        WHEN whose_visits.staff_id IS NOT NULL OR services.shares_reasons THEN appointments.reason
        ELSE ''
    END AS reason,
    CASE
        WHEN whose_visits.staff_id IS NOT NULL OR services.shares_reasons THEN appointments.note
        ELSE ''
    END AS note,
    users.full_name AS staff_name,
    services.name AS service_name,
    whose_visits.staff_id IS NOT NULL AS may_open
FROM (
    SELECT appointments.appointment_id
    FROM appointments
    WHERE appointments.patient_id = %(patient_id)s
      AND NOT (appointments.starts_at >= %(today)s AND appointments.status IN ('booked', 'arrived'))
    ORDER BY appointments.starts_at DESC, appointments.appointment_id DESC
    LIMIT %(limit)s OFFSET %(offset)s
) AS one_page
JOIN appointments USING (appointment_id)
JOIN statuses USING (status)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
ORDER BY appointments.starts_at DESC, appointments.appointment_id DESC;
