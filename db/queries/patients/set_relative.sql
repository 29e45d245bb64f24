-- Change the details of a child or relative that an account books for. The holder's own row follows the account.
--
-- Gives:   a row count
-- Takes:   patient_id, user_id, relation, full_name, birth_date, phone
-- Try:     patient_id = 2, user_id = 11, relation = 'child', full_name = 'Ana Lúcia Ferreira', birth_date = 1990-02-28,
--          phone = '+44 7700 900211'

UPDATE patients
SET relation = %(relation)s,
    full_name = %(full_name)s,
    birth_date = %(birth_date)s,
    phone = %(phone)s
WHERE patient_id = %(patient_id)s
  AND user_id = %(user_id)s
  AND relation <> 'self'
  AND forgotten_utc IS NULL;
