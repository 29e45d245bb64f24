-- The visit lasts until 16:30 now, and was booked for 20 minutes: look at ends_at.

UPDATE appointments
SET starts_at = '2026-11-30 16:00',
    ends_at = '2026-11-30 16:30'
WHERE appointment_id = 561;
