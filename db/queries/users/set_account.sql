-- Change what an admin may change of an account. An address that an admin writes counts as proven.
--
-- Gives:   a row count
-- Takes:   user_id, full_name, email, phone, role, now_utc
-- Try:     user_id = 11, full_name = 'Nora Newcomer', email = 'patient@example.com', phone = '+44 7700 900211',
--          role = 'patient', now_utc = 2026-11-30 10:00

UPDATE users
SET full_name = %(full_name)s,
    email_proven_utc = CASE WHEN email = %(email)s THEN email_proven_utc ELSE %(now_utc)s END,
    email = %(email)s,
    phone = %(phone)s,
    role = %(role)s
WHERE user_id = %(user_id)s;
