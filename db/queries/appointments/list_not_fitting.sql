-- Show the visits of a member of staff, from today on and without an outcome, that no longer fit, and why.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, today, limit
-- Try:     staff_id = 7, today = 2026-11-30, limit = 10
-- Lesson:  the view has the anti-joins of the view offered_starts, asked the other way round: what was found matters
--          here. It may have been known when the visit was booked; EXISTS asks whether, and not how often.

SELECT
    unfitting_visits.appointment_id,
    unfitting_visits.starts_at,
    unfitting_visits.status,
    appointments.version,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS patient_phone,
    COALESCE(holders.proven_email, patients.email) AS patient_email,
    services.name AS service_name,
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
JOIN appointments ON appointments.appointment_id = unfitting_visits.appointment_id
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN services USING (service_id)
WHERE unfitting_visits.staff_id = %(staff_id)s
  AND unfitting_visits.day >= %(today)s
  AND unfitting_visits.status IN ('booked', 'arrived')
ORDER BY unfitting_visits.starts_at, unfitting_visits.appointment_id
LIMIT %(limit)s;
