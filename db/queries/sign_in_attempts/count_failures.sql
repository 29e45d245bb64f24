-- Count a stranger's sign-ins before this one: what failed at this account by IP address, and all from this IP address.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, email, address, now_utc, since_utc, network_since_utc
-- Try:     attempt_id = 1, email = 'patient@example.com', address = '127.0.0.1', now_utc = 2026-11-30 10:00,
--          since_utc = 2026-11-01 00:00, network_since_utc = 2026-11-30 09:00
-- Lesson:  each WITH names one question, and each walks one key: (email, tried_utc) or (address, tried_utc). One pass
--          over both columns with OR could use neither. What a clock put ahead of now does not count.

WITH networks AS (
    SELECT address, COUNT(*) AS failures, MIN(tried_utc) AS first_utc, MAX(tried_utc) AS last_utc
    FROM sign_in_attempts
    WHERE email = %(email)s AND tried_utc > %(since_utc)s AND tried_utc <= %(now_utc)s
      AND attempt_id < %(attempt_id)s AND NOT succeeded
    GROUP BY address
),
account AS (
    SELECT
        COUNT(*) AS networks, MAX(first_utc) AS newcomer_utc,
        CAST(COALESCE(SUM(failures), 0) AS SIGNED) AS failures, MAX(last_utc) AS last_utc,
        CAST(COALESCE(SUM(CASE WHEN address = %(address)s THEN failures END), 0) AS SIGNED) AS pair_failures,
        MAX(CASE WHEN address = %(address)s THEN last_utc END) AS pair_last_utc
    FROM networks
),
network AS (
    SELECT
        COUNT(*) AS tries, MAX(tried_utc) AS last_utc,
        COUNT(CASE WHEN NOT succeeded THEN 1 END) AS failures,
        MAX(CASE WHEN NOT succeeded THEN tried_utc END) AS last_failure_utc
    FROM sign_in_attempts
    WHERE address = %(address)s AND tried_utc > %(network_since_utc)s AND tried_utc <= %(now_utc)s
      AND attempt_id < %(attempt_id)s AND email IS NOT NULL AND (browser IS NULL OR NOT succeeded)
)
SELECT
    account.pair_failures,
    account.pair_last_utc,
    account.failures AS account_failures,
    account.last_utc AS account_last_utc,
    account.networks,
    account.newcomer_utc,
    network.failures AS network_failures,
    network.last_failure_utc AS network_last_utc,
    network.tries AS network_tries,
    network.last_utc AS network_last_try_utc
FROM account
CROSS JOIN network;
