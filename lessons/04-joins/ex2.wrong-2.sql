-- Each visit comes with every room: the join has no condition.

SELECT
    appointments.appointment_id,
    rooms.name
FROM appointments
CROSS JOIN rooms
WHERE appointments.day = '2026-11-30';
