-- Cancel all mail that has waited since before a moment.
--
-- Gives:   a row count
-- Takes:   held_before_utc
-- Try:     held_before_utc = 2026-11-30 10:00

UPDATE notifications
SET state = 'cancelled',
    payload = NULL
WHERE state = 'pending'
  AND created_utc < %(held_before_utc)s;
