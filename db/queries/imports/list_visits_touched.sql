-- List the visits of an import that cannot be taken back, and why: somebody changed them, or the patient had mail about
-- them.
--
-- Gives:   many rows, by time
-- Takes:   import_id
-- Try:     import_id = 2

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    patients.full_name,
    CASE WHEN notifications.notification_id IS NULL THEN 'changed' ELSE 'told' END AS why
FROM imported_visits
JOIN appointments ON appointments.appointment_id = imported_visits.appointment_id
JOIN patients ON patients.patient_id = appointments.patient_id
LEFT JOIN (
    SELECT
        appointment_history.appointment_id
    FROM imported_visits AS own
    JOIN appointment_history ON appointment_history.appointment_id = own.appointment_id
    WHERE own.import_id = %(import_id)s
    GROUP BY appointment_history.appointment_id
    HAVING COUNT(*) > 1
) AS changes
    ON changes.appointment_id = imported_visits.appointment_id
LEFT JOIN notifications
    ON notifications.appointment_id = imported_visits.appointment_id
   AND notifications.state IN ('sending', 'sent')
WHERE imported_visits.import_id = %(import_id)s
  AND (
      appointments.version <> 0
      OR appointments.status <> imported_visits.status
      OR changes.appointment_id IS NOT NULL
      OR notifications.notification_id IS NOT NULL
  )
GROUP BY appointments.appointment_id, appointments.starts_at, patients.full_name, why
ORDER BY appointments.starts_at, appointments.appointment_id;
