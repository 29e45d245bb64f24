-- Find an account with what its own profile page shows and checks.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    users.user_id,
    users.email,
    users.email_proven_utc,
    users.password_hash,
    users.role,
    users.full_name,
    users.phone,
    users.theme,
    users.is_active,
    users.created_utc,
    users.signed_in_utc,
    (
        SELECT second_factors.confirmed_utc FROM second_factors
        WHERE second_factors.user_id = users.user_id
    ) AS second_factor_utc,
    (
        SELECT MIN(patients.birth_date) FROM patients
        WHERE patients.user_id = users.user_id AND patients.relation = 'self'
    ) AS birth_date
FROM users
WHERE users.user_id = %(user_id)s;
