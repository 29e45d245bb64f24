-- You have all visits of this member of staff, on every day. The condition on day is missing.

SELECT patient_id, starts_at
FROM appointments
WHERE staff_id = 2
ORDER BY starts_at;
