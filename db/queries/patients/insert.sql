-- Add a patient, with an account that books for them or without one.
--
-- Gives:   the new id
-- Takes:   user_id, relation, full_name, birth_date, phone, email, now_utc
-- Try:     user_id = 11, relation = 'child', full_name = 'Ana Lúcia Ferreira', birth_date = 1990-02-28,
--          phone = '+44 7700 900211', email = 'patient@example.com', now_utc = 2026-11-30 10:00

INSERT INTO patients (user_id, relation, full_name, birth_date, phone, email, created_utc)
VALUES (%(user_id)s, %(relation)s, %(full_name)s, %(birth_date)s, %(phone)s, %(email)s, %(now_utc)s);
