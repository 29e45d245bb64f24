-- Put off the end of a session that is in use, but not beyond its longest life.
--
-- Gives:   a row count
-- Takes:   session_id, now_utc, idle_minutes, absolute_minutes
-- Try:     session_id = 3, now_utc = 2026-11-30 10:00, idle_minutes = 720, absolute_minutes = 1440
-- Lesson:  LEAST takes the earlier of two ends. Both are worked out from the row, so nothing has to be read before.

UPDATE sessions
SET seen_utc = %(now_utc)s,
    expires_utc = LEAST(
        %(now_utc)s + INTERVAL %(idle_minutes)s MINUTE,
        created_utc + INTERVAL %(absolute_minutes)s MINUTE
    )
WHERE session_id = %(session_id)s;
