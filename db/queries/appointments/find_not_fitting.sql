-- Find what has changed about the staff, the service, the room and the hours of a visit, so that it no longer fits its
-- time.
--
-- Gives:   one row, or none
-- Takes:   appointment_id
-- Try:     appointment_id = 568

SELECT
    unfitting_visits.is_gone OR unfitting_visits.is_not_offered AS is_not_offered,
    unfitting_visits.is_outside_hours AND knowingly.history_id IS NULL AS is_outside_hours,
    unfitting_visits.is_in_break AND knowingly.history_id IS NULL AS is_in_break,
    unfitting_visits.is_without_room
FROM unfitting_visits
LEFT JOIN appointment_history AS knowingly
    ON knowingly.appointment_id = unfitting_visits.appointment_id AND knowingly.overruled <> ''
WHERE unfitting_visits.appointment_id = %(appointment_id)s
LIMIT 1;
