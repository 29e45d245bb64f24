-- Whose history an account may read is said in one view. To book a patient with oneself no longer opens it.
CREATE SQL SECURITY INVOKER VIEW who_treats AS
SELECT
    users.user_id,
    patients.patient_id
FROM users
JOIN patients
WHERE EXISTS (
    SELECT 1
    FROM whose_visits
    LEFT JOIN appointments
        ON appointments.patient_id = patients.patient_id AND appointments.staff_id = whose_visits.staff_id
       AND (appointments.status = 'completed' OR NOT (appointments.booked_by <=> users.user_id))
    WHERE whose_visits.user_id = users.user_id
      AND (whose_visits.sees_all OR appointments.appointment_id IS NOT NULL)
);
