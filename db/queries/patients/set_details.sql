-- Correct what is known of a patient without an account. Who has one keeps their own details, in their profile.
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
