-- A visit that began before 11:00 and goes on is not seen: only beginnings between 11:00 and 11:30 count here.

SELECT rooms.room_id
FROM rooms
WHERE rooms.is_active
  AND NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.room_id = rooms.room_id
      AND appointments.starts_at >= '2026-11-30 11:00'
      AND appointments.starts_at <  '2026-11-30 11:30'
);
