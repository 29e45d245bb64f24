-- Correct the details of a patient without an account. Others keep their details in their own profile.
--
-- Gives:   a row count
-- Takes:   patient_id, full_name, birth_date, phone, email
-- Try:     patient_id = 30, full_name = 'Ana Lúcia Ferreira', birth_date = 1990-02-28, phone = '+44 7700 900211',
--          email = 'patient@example.com'

UPDATE patients
SET full_name = %(full_name)s,
    birth_date = %(birth_date)s,
    phone = %(phone)s,
    email = %(email)s
WHERE patient_id = %(patient_id)s
  AND user_id IS NULL
  AND forgotten_utc IS NULL;
