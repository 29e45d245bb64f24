-- Open an account. Without a password hash nobody can sign in until the one-time link is used.
--
-- Gives:   the new id
-- Takes:   email, password_hash, role, full_name, phone, now_utc

INSERT INTO users (email, password_hash, role, full_name, phone, created_utc)
VALUES (%(email)s, %(password_hash)s, %(role)s, %(full_name)s, %(phone)s, %(now_utc)s);
