-- Whose history an account may read is said in one view. To book a patient with oneself no longer opens it.
CREATE SQL SECURITY INVOKER VIEW who_treats AS
SELECT
    whose_visits.user_id,
    patients.patient_id,
    CASE
        WHEN whose_visits.sees_all OR NOT (appointments.booked_by <=> whose_visits.user_id) THEN DATE '1000-01-01'
        ELSE appointments.day + INTERVAL 1 DAY
    END AS from_day
FROM whose_visits
JOIN patients
LEFT JOIN appointments
    ON appointments.patient_id = patients.patient_id AND appointments.staff_id = whose_visits.staff_id
   AND (appointments.status = 'completed' OR NOT (appointments.booked_by <=> whose_visits.user_id))
WHERE whose_visits.sees_all
   OR appointments.appointment_id IS NOT NULL;
