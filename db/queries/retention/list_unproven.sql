-- List the idle registrations from before a moment.
--
-- Gives:   many rows, by key
-- Takes:   before_utc, after_id, limit
-- Try:     before_utc = 2026-11-30 10:00, after_id = 0, limit = 10

SELECT idle_registrations.user_id
FROM idle_registrations
WHERE idle_registrations.created_utc < %(before_utc)s
  AND idle_registrations.user_id > %(after_id)s
ORDER BY idle_registrations.user_id
LIMIT %(limit)s;
