-- The visits by telephone and by video are missing: they have no room, and JOIN drops a row without a partner.

SELECT
    appointments.appointment_id,
    rooms.name
FROM appointments
JOIN rooms USING (room_id)
WHERE appointments.day = '2026-11-30';
