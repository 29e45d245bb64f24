-- Count each room's visits, and the minutes that they held it. Rooms without a visit are there too, unless retired.
--
-- Gives:   many rows, by name
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  count within the key, then name: see report_staff. LEFT JOIN keeps the rooms without a visit.

SELECT
    rooms.name,
    COALESCE(counted.visits, 0) AS visits,
    COALESCE(counted.minutes, 0) AS minutes
FROM rooms
LEFT JOIN (
    SELECT
        appointments.room_id,
        COUNT(*) AS visits,
        SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(end_day)s
      AND appointments.holds_until IS NOT NULL
    GROUP BY appointments.room_id
) AS counted ON counted.room_id = rooms.room_id
WHERE rooms.is_active
   OR counted.visits > 0
ORDER BY rooms.name, rooms.room_id;
