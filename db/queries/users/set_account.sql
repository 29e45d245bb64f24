-- Change what an admin may change of an account.
--
-- Gives:   a row count
-- Takes:   user_id, full_name, email, phone, role

UPDATE users
SET full_name = %(full_name)s,
    email = %(email)s,
    phone = %(phone)s,
    role = %(role)s
WHERE user_id = %(user_id)s;
