-- Count the failed sign-ins before this one: of this account from this address, of this account from any address, and
-- of any account from this address. Tell as well whether this account was ever signed in to from this address.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, email, address, since_utc, network_since_utc
-- Lesson:  each WITH names one question, and each walks one key: (email, tried_utc) or (address, tried_utc). One pass
--          over both columns with OR could use neither. In the first count, a success forgives what failed before it.

WITH last_success AS (
    SELECT MAX(attempt_id) AS attempt_id
    FROM sign_in_attempts
    WHERE email = %(email)s AND address = %(address)s AND attempt_id < %(attempt_id)s AND succeeded
),
pair AS (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc
    FROM sign_in_attempts
    WHERE email = %(email)s AND tried_utc > %(since_utc)s AND attempt_id < %(attempt_id)s AND address = %(address)s
      AND attempt_id > COALESCE((SELECT attempt_id FROM last_success), 0)
),
account AS (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc
    FROM sign_in_attempts
    WHERE email = %(email)s AND tried_utc > %(since_utc)s AND attempt_id < %(attempt_id)s AND NOT succeeded
),
network AS (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc
    FROM sign_in_attempts
    WHERE address = %(address)s AND tried_utc > %(network_since_utc)s AND attempt_id < %(attempt_id)s
      AND email IS NOT NULL AND NOT succeeded
)
SELECT
    pair.failures AS pair_failures,
    pair.last_utc AS pair_last_utc,
    account.failures AS account_failures,
    account.last_utc AS account_last_utc,
    network.failures AS network_failures,
    network.last_utc AS network_last_utc,
    last_success.attempt_id IS NOT NULL AS is_known_here
FROM pair
CROSS JOIN account
CROSS JOIN network
CROSS JOIN last_success;
