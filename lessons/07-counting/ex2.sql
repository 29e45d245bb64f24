-- Task:    Which patients have missed more than two visits (status no_show)? Show patient_id and the number, the highest number first, of equal numbers the lower patient_id first.
-- On:      learn
-- Order:   missed DESC, patient_id
-- Hint 1:  WHERE for the status, HAVING for the number.
-- Hint 2:  HAVING COUNT(*) > 2
-- Why:     The status is known of each row, so WHERE; the number is known of a group alone, so HAVING.

SELECT
    appointments.patient_id,
    COUNT(*) AS missed
FROM appointments
WHERE appointments.status = 'no_show'
GROUP BY appointments.patient_id
HAVING COUNT(*) > 2
ORDER BY missed DESC, appointments.patient_id;
