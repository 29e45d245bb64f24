-- Count what speaks against letting a sign-in be tried now: for the account from this address, for the account from
-- anywhere, and for the address; and whether this account was signed in to from here before.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, email, address, since_utc, network_since_utc
-- Lesson:  each counter reads one narrow range of one key. A single pass with OR over both columns could use neither.

SELECT
    pair.failures AS pair_failures,
    pair.last_utc AS pair_last_utc,
    account.failures AS account_failures,
    account.last_utc AS account_last_utc,
    network.failures AS network_failures,
    network.last_utc AS network_last_utc,
    known.attempt_id IS NOT NULL AS is_known_here
FROM (
    SELECT MAX(attempt_id) AS attempt_id FROM sign_in_attempts
    WHERE email = %(email)s AND address = %(address)s AND succeeded
) AS known
CROSS JOIN (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc FROM sign_in_attempts
    WHERE email = %(email)s AND tried_utc > %(since_utc)s AND address = %(address)s
      AND attempt_id < %(attempt_id)s
      AND attempt_id > COALESCE((
        SELECT MAX(attempt_id) FROM sign_in_attempts
        WHERE email = %(email)s AND address = %(address)s AND succeeded
      ), 0)
) AS pair
CROSS JOIN (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc FROM sign_in_attempts
    WHERE email = %(email)s AND tried_utc > %(since_utc)s AND attempt_id < %(attempt_id)s AND NOT succeeded
) AS account
CROSS JOIN (
    SELECT COUNT(*) AS failures, MAX(tried_utc) AS last_utc FROM sign_in_attempts
    WHERE address = %(address)s AND tried_utc > %(network_since_utc)s AND attempt_id < %(attempt_id)s
      AND email IS NOT NULL AND NOT succeeded
) AS network;
