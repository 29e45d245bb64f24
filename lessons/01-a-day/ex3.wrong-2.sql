-- These are the visits that were cancelled: the opposite. "Is not" is written <>.

SELECT appointment_id, status
FROM appointments
WHERE day = '2026-11-30'
  AND status = 'cancelled';
