-- Find upcoming visits whose claims are not exactly their own time, so that somebody else could be given it.
--
-- Gives:   many rows, earliest first
-- Takes:   now, limit
-- Try:     now = 2026-11-30 10:00, limit = 10
-- Lesson:  what the triggers keep true, asked as a question. A visit holds a claim for each 5 minutes until its pause
--          is over, or none where its status holds no time. COUNT(claims.at) leaves out the NULL of a visit without
--          claims.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
LEFT JOIN claims
    ON claims.appointment_id = appointments.appointment_id
   AND claims.at >= appointments.starts_at
   AND claims.at < appointments.holds_until
   AND claims.staff_id = appointments.staff_id
   AND claims.room_id <=> appointments.room_id
WHERE appointments.starts_at >= %(now)s
GROUP BY appointments.appointment_id, appointments.starts_at, appointments.holds_until
HAVING COUNT(claims.at) <> COALESCE(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until) DIV 5, 0)
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
