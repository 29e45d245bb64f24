-- Correct the details of a patient without an account. Others keep their details in their own profile.
--
-- Gives:   a row count
-- Takes:   patient_id, full_name, birth_date, phone, email

UPDATE patients
SET full_name = %(full_name)s,
    birth_date = %(birth_date)s,
    phone = %(phone)s,
    email = %(email)s
WHERE patient_id = %(patient_id)s
  AND user_id IS NULL
  AND forgotten_utc IS NULL;
