-- Copy an account's new details to the patient who holds it.
--
-- Gives:   a row count
-- Takes:   user_id, full_name, birth_date, phone
-- Try:     user_id = 11, full_name = 'Ana Lúcia Ferreira', birth_date = 1990-02-28, phone = '+44 7700 900211'

UPDATE patients
SET full_name = %(full_name)s,
    birth_date = %(birth_date)s,
    phone = %(phone)s
WHERE user_id = %(user_id)s
  AND relation = 'self'
  AND forgotten_utc IS NULL;
