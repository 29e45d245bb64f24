-- Change the name and phone number of an account.
--
-- Gives:   a row count
-- Takes:   user_id, full_name, phone
-- Try:     user_id = 2, full_name = 'Ana Lúcia Ferreira', phone = '+44 7700 900211'

UPDATE users
SET full_name = %(full_name)s,
    phone = %(phone)s
WHERE user_id = %(user_id)s;
