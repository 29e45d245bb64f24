-- Give a patient the details that were chosen from two records.
--
-- Gives:   a row count
-- Takes:   patient_id, full_name, birth_date, phone, email, reference, alert, is_online
-- Try:     patient_id = 1, full_name = 'Ana Lúcia Ferreira', birth_date = 1990-02-28, phone = '+44 7700 900211',
--          email = 'patient@example.com', reference = 'A-18', alert = 'Needs an interpreter.', is_online = 0

UPDATE patients
SET full_name = %(full_name)s,
    birth_date = %(birth_date)s,
    phone = %(phone)s,
    email = %(email)s,
    reference = %(reference)s,
    alert = %(alert)s,
    is_online = %(is_online)s
WHERE patient_id = %(patient_id)s;
