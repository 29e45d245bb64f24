-- Change the name and phone number of an account.
--
-- Gives:   a row count
-- Takes:   user_id, full_name, phone

UPDATE users
SET full_name = %(full_name)s,
    phone = %(phone)s
WHERE user_id = %(user_id)s;
