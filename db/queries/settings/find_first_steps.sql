-- How far has a new clinic come: what is it called, which room, service and member of staff does it have?
--
-- Gives:   one row, or none
-- Takes:   today, end_day
-- Try:     today = 2026-11-30, end_day = 2026-12-07
-- Lesson:  whoever is nearest to being booked: ORDER BY what each has already, LIMIT 1. It is joined ON TRUE, so that a
--          clinic without staff has a row, too.

SELECT
    settings.clinic_name,
    settings.address,
    settings.phone,
    (SELECT MIN(appointments.appointment_id) FROM appointments) IS NOT NULL AS has_visits,
    (SELECT MIN(rooms.name) FROM rooms WHERE rooms.is_active) AS room,
    (SELECT MIN(services.name) FROM services WHERE services.is_active) AS service,
    person.staff_id,
    person.user_id,
    person.full_name,
    COALESCE(person.is_offering, FALSE) AS is_offering,
    COALESCE(person.is_at_work, FALSE) AS is_at_work
FROM settings
LEFT JOIN (
    SELECT
        staff.staff_id,
        staff.user_id,
        users.full_name,
        EXISTS (
            SELECT 1
            FROM staff_services
            JOIN services ON services.service_id = staff_services.service_id AND services.is_active
            LEFT JOIN room_services ON room_services.service_id = services.service_id
            LEFT JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
            WHERE staff_services.staff_id = staff.staff_id AND (services.place <> 'room' OR rooms.room_id IS NOT NULL)
        ) AS is_offering,
        EXISTS (
            SELECT 1
            FROM hours_of_days AS hours
            WHERE hours.staff_id = staff.staff_id AND hours.day >= %(today)s AND hours.day < %(end_day)s
        ) AS is_at_work
    FROM staff
    JOIN users ON users.user_id = staff.user_id AND users.is_active
    -- once there has been a visit, nobody asks any more, and nobody's hours are looked at
    WHERE staff.is_bookable AND (SELECT MIN(appointments.appointment_id) FROM appointments) IS NULL
    ORDER BY is_offering + is_at_work DESC, is_at_work DESC, staff.staff_id
    LIMIT 1
) AS person ON TRUE;
