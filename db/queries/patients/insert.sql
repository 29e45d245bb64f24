-- Add a patient, with an account that books for them or without one.
--
-- Gives:   the new id
-- Takes:   user_id, relation, full_name, birth_date, phone, email, now_utc

INSERT INTO patients (user_id, relation, full_name, birth_date, phone, email, created_utc)
VALUES (%(user_id)s, %(relation)s, %(full_name)s, %(birth_date)s, %(phone)s, %(email)s, %(now_utc)s);
