-- Take back what the bookings did that were measured, so that the days are as they were before. Claims, history and mail
-- go with their visit.

DELETE FROM appointments
WHERE request_key IS NOT NULL;
