-- The demo clinic grown old: its visits of the past, again and again at earlier times, to a hundred thousand in all.
-- Shifting them by whole weeks, further than they reach, keeps their hours and lets none meet another. Takes @today.

INSERT INTO appointments (
    patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, status, reason, created_utc
)
WITH past AS (
    SELECT
        appointments.*,
        COUNT(*) OVER () AS number,
        TIMESTAMPDIFF(WEEK, MIN(appointments.starts_at) OVER (), @today) + 1 AS weeks
    FROM appointments
    WHERE appointments.starts_at < @today
      AND appointments.status IN ('completed', 'no_show', 'cancelled')
)
SELECT
    past.patient_id,
    past.staff_id,
    past.room_id,
    past.service_id,
    past.starts_at - INTERVAL (past.weeks * (1 + turns.minute DIV 5)) WEEK,
    past.ends_at - INTERVAL (past.weeks * (1 + turns.minute DIV 5)) WEEK,
    past.pause_minutes,
    past.status,
    past.reason,
    past.created_utc - INTERVAL (past.weeks * (1 + turns.minute DIV 5)) WEEK
FROM past
JOIN spans AS turns ON turns.length = 1440
WHERE turns.minute DIV 5 < 100000 DIV past.number;
