-- Count the sign-ins of a known browser before this one: what failed since its last success, and all tries lately.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, browser, now_utc, since_utc, tries_since_utc
-- Try:     attempt_id = 1, browser = NULL, now_utc = 2026-11-30 10:00, since_utc = 2026-11-01 00:00,
--          tries_since_utc = 2026-11-30 09:00

WITH tried AS (
    SELECT attempt_id, tried_utc, succeeded
    FROM sign_in_attempts
    WHERE browser = %(browser)s AND tried_utc > %(since_utc)s AND tried_utc <= %(now_utc)s
      AND attempt_id < %(attempt_id)s
),
failed AS (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc
    FROM tried
    WHERE attempt_id > COALESCE((SELECT MAX(attempt_id) FROM tried WHERE succeeded), 0)
),
lately AS (
    SELECT COUNT(*) AS tries, MAX(tried_utc) AS last_utc
    FROM tried
    WHERE tried_utc > %(tries_since_utc)s
)
SELECT
    failed.failures,
    failed.last_utc AS last_failure_utc,
    lately.tries,
    lately.last_utc AS last_try_utc
FROM failed
CROSS JOIN lately;
