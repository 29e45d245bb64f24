-- A visit from 10:30 on is in it, too: at 10:30 the other is over. Write <, not <=.

SELECT appointments.appointment_id
FROM appointments
WHERE appointments.starts_at   <= '2025-12-07 10:30'
  AND appointments.holds_until >= '2025-12-07 10:00';
