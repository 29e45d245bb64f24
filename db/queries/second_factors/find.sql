-- Find the second factor of an account, with how many of its recovery codes are left.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 1

SELECT
    second_factors.sealed_key,
    second_factors.sealed_for,
    second_factors.created_utc,
    second_factors.confirmed_utc,
    second_factors.failures,
    second_factors.failed_utc,
    (
        SELECT COUNT(*) FROM recovery_codes
        WHERE recovery_codes.user_id = second_factors.user_id AND recovery_codes.used_utc IS NULL
    ) AS recovery_codes_left
FROM second_factors
WHERE second_factors.user_id = %(user_id)s;
