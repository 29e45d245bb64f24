-- Show the services of a member of staff. Patients see those that they can book themselves.
--
-- Gives:   many rows, by name
-- Takes:   staff_id, role
-- Try:     staff_id = 1, role = 'patient'

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes,
    rules.horizon_days
FROM staff_services
JOIN services USING (service_id)
JOIN rules_of_services AS rules USING (service_id)
JOIN staff USING (staff_id)
WHERE staff_services.staff_id = %(staff_id)s
  AND services.is_active
  AND (services.is_online AND staff.is_online OR %(role)s <> 'patient')
ORDER BY services.name, services.service_id;
