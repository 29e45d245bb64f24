-- Check who or what is already taken in a stretch of a day, and choose a room.
--
-- Gives:   one row, or none
-- Takes:   staff_id, service_id, patient_id, appointment_id, room_id, starts_at, ends_at, free_at, now
-- Try:     staff_id = 1, service_id = 1, patient_id = 1, appointment_id = 553, room_id = 1,
--          starts_at = 2026-12-01 09:00, ends_at = 2026-12-01 09:20, free_at = 2026-12-01 09:30, now = 2026-11-30 10:00
-- Lesson:  two stretches overlap if each starts before the other ends; no other test is needed. A cancelled visit holds
--          no time: its holds_until is NULL, and a comparison with NULL keeps no row. appointment_id is the
--          visit being moved, which is not in its own way (0: a new one). patient_id is 0 where nobody is named yet.
--          room_id is a room asked for; with 0 the person's usual room comes first, then the others. An account has
--          several patients, so its visits ahead are counted over all of them.

SELECT
    settings.visits_ahead_limit,
    settings.account_visits_limit,
    (
        SELECT MIN(taken.appointment_id) FROM appointments AS taken
        WHERE taken.staff_id = staff.staff_id AND taken.day = DATE(%(starts_at)s)
          AND taken.starts_at < %(free_at)s AND taken.holds_until > %(starts_at)s
          AND taken.appointment_id <> %(appointment_id)s
    ) AS person_taken,
    (
        SELECT MIN(taken.appointment_id) FROM appointments AS taken
        WHERE taken.patient_id = %(patient_id)s AND taken.starts_at >= DATE(%(starts_at)s)
          AND taken.starts_at < %(ends_at)s AND taken.ends_at > %(starts_at)s AND taken.holds_until IS NOT NULL
          AND taken.appointment_id <> %(appointment_id)s
    ) AS patient_taken,
    (
        SELECT COUNT(*) FROM appointments AS ahead
        WHERE ahead.patient_id = %(patient_id)s AND ahead.starts_at >= %(now)s AND ahead.status = 'booked'
          AND ahead.appointment_id <> %(appointment_id)s
    ) >= settings.visits_ahead_limit AS visits_ahead,
    (
        SELECT COUNT(*) FROM patients AS own
        JOIN appointments AS ahead USING (patient_id)
        WHERE own.user_id = account.user_id AND ahead.starts_at >= %(now)s AND ahead.status = 'booked'
    ) AS account_visits_ahead,
    account.email_proven_utc IS NOT NULL AS account_is_proven,
    COALESCE(NOT patients.is_online, FALSE) AS must_call,
    settings.phone AS clinic_phone,
    EXISTS (
        SELECT 1 FROM patients AS own
        JOIN appointments AS past USING (patient_id)
        WHERE own.user_id = account.user_id AND past.status = 'completed'
    ) AS account_is_known,
    (
        SELECT rooms.room_id
        FROM room_services
        JOIN services ON services.service_id = room_services.service_id AND services.place = 'room'
        JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
        LEFT JOIN appointments AS taken
            ON taken.room_id = rooms.room_id AND taken.day = DATE(%(starts_at)s)
           AND taken.starts_at < %(free_at)s AND taken.holds_until > %(starts_at)s
           AND taken.appointment_id <> %(appointment_id)s
        WHERE room_services.service_id = %(service_id)s
          AND %(room_id)s IN (0, rooms.room_id)
          AND taken.appointment_id IS NULL
        ORDER BY rooms.room_id <=> staff.usual_room_id DESC, rooms.room_id
        LIMIT 1
    ) AS room_id
FROM staff
JOIN settings ON settings.settings_id = 1
LEFT JOIN patients ON patients.patient_id = %(patient_id)s
LEFT JOIN users AS account ON account.user_id = patients.user_id
WHERE staff.staff_id = %(staff_id)s;
