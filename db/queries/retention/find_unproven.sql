-- Count the idle registrations from before a moment: all, or say of one account whether it is among them.
--
-- Gives:   one row, or none
-- Takes:   before_utc, user_id
-- Try:     before_utc = 2026-11-30 10:00, user_id = 11

SELECT
    COUNT(*) AS amount,
    MIN(idle_registrations.created_utc) AS oldest_utc
FROM idle_registrations
WHERE idle_registrations.created_utc < %(before_utc)s
  AND (%(user_id)s IS NULL OR idle_registrations.user_id = %(user_id)s);
