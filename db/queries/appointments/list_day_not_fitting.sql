-- Show which visits of a day, without an outcome yet, no longer fit, with what stands against each.
--
-- Gives:   many rows, earliest first
-- Takes:   day
-- Try:     day = 2026-11-30

SELECT
    unfitting_visits.appointment_id,
    unfitting_visits.starts_at,
    unfitting_visits.staff_id,
    unfitting_visits.is_closed,
    unfitting_visits.is_away,
    unfitting_visits.is_outside_hours,
    unfitting_visits.is_in_break,
    unfitting_visits.is_gone,
    unfitting_visits.is_not_offered,
    unfitting_visits.is_without_room,
    EXISTS (
        SELECT 1 FROM appointment_history AS knowingly
        WHERE knowingly.appointment_id = unfitting_visits.appointment_id AND knowingly.overruled <> ''
    ) AS is_known
FROM unfitting_visits
WHERE unfitting_visits.starts_at >= CAST(%(day)s AS DATE)
  AND unfitting_visits.starts_at < CAST(%(day)s AS DATE) + INTERVAL 1 DAY
  AND unfitting_visits.status IN ('booked', 'arrived')
ORDER BY unfitting_visits.starts_at, unfitting_visits.appointment_id;
