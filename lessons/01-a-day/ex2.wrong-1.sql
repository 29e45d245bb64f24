-- You have the visits of everybody on that day. The condition on staff_id is missing.

SELECT patient_id, starts_at
FROM appointments
WHERE day = '2026-11-30'
ORDER BY starts_at;
