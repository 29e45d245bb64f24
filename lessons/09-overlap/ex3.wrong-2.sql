-- Retired rooms are in it: nobody is in them, but nobody can be. The condition is_active is missing.

SELECT rooms.room_id
FROM rooms
WHERE NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.room_id = rooms.room_id
      AND appointments.starts_at   < '2026-11-30 11:30'
      AND appointments.holds_until > '2026-11-30 11:00'
);
