-- Who holds this person's time on the lab's day?

SELECT
    patients.full_name AS patient,
    MIN(claims.at) AS from_time,
    COUNT(*) AS claims
FROM claims
JOIN appointments USING (appointment_id)
JOIN patients ON patients.patient_id = appointments.patient_id
WHERE claims.staff_id = %(staff_id)s
  AND claims.at >= %(day)s
  AND claims.at <  %(day)s + INTERVAL 1 DAY
GROUP BY appointments.appointment_id, patients.full_name
ORDER BY appointments.appointment_id;
