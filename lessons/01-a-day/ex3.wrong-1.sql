-- These are only the visits with the status booked. Those that have arrived, or are over, are not cancelled either.

SELECT appointment_id, status
FROM appointments
WHERE day = '2026-11-30'
  AND status = 'booked';
