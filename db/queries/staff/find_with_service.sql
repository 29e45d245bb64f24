-- Find a member of staff and a service by their keys: their names, and what a visit's length and start depend on.
--
-- Gives:   one row, or none
-- Takes:   staff_id, service_id
-- Try:     staff_id = 1, service_id = 1

SELECT
    staff.staff_id,
    users.full_name AS staff_name,
    staff.slot_minutes,
    services.service_id,
    services.name AS service_name,
    services.minutes,
    services.pause_minutes,
    services.place
FROM staff
JOIN users USING (user_id)
JOIN services ON services.service_id = %(service_id)s
WHERE staff.staff_id = %(staff_id)s;
