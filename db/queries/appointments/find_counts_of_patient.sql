-- Find how many visits a patient has had or cancelled (all that are not still ahead), and how many they missed since a
-- day.
--
-- Gives:   one row, or none
-- Takes:   patient_id, today, missed_since
-- Try:     patient_id = 1, today = 2026-11-30, missed_since = 2026-01-01

SELECT
    COALESCE(
        SUM(NOT (appointments.starts_at >= %(today)s AND appointments.status IN ('booked', 'arrived'))), 0
    ) AS past,
    COALESCE(SUM(appointments.status = 'no_show' AND appointments.starts_at >= %(missed_since)s), 0) AS missed
FROM appointments
WHERE appointments.patient_id = %(patient_id)s;
