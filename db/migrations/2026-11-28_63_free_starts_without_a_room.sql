-- A visit by telephone, by video or at home takes no room.

CREATE OR REPLACE SQL SECURITY INVOKER VIEW free_starts AS
SELECT
    starts.staff_id,
    starts.service_id,
    starts.is_online,
    starts.day,
    starts.starts_at,
    starts.ends_at,
    rooms.room_id
FROM offered_starts AS starts
LEFT JOIN appointments AS person_taken
    ON person_taken.staff_id = starts.staff_id AND person_taken.day = starts.day
   AND person_taken.starts_at < starts.free_at AND person_taken.holds_until > starts.starts_at
LEFT JOIN room_services ON room_services.service_id = starts.service_id AND starts.place = 'room'
LEFT JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS room_taken
    ON room_taken.room_id = rooms.room_id AND room_taken.day = starts.day
   AND room_taken.starts_at < starts.free_at AND room_taken.holds_until > starts.starts_at
WHERE person_taken.appointment_id IS NULL
  AND (rooms.room_id IS NOT NULL OR starts.place <> 'room')
  AND room_taken.appointment_id IS NULL;
