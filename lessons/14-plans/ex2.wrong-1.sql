-- You counted the visits at 10:00 sharp, or those before 9:00, too.

SELECT COUNT(*) AS visits
FROM appointments
WHERE appointments.day = '2026-11-30'
  AND appointments.starts_at <= '2026-11-30 10:00';
