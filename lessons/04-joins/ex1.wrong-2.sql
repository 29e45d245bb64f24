-- The number of the staff is compared with the number of a patient: these names are not those of the visits' patients. Compare patient_id with patient_id.

SELECT
    patients.full_name,
    appointments.starts_at
FROM appointments
JOIN patients ON patients.patient_id = appointments.staff_id
WHERE appointments.staff_id = 4
  AND appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
