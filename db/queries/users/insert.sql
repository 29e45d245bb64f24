-- Open an account. Without a password hash nobody can sign in until the one-time link is used.
--
-- Gives:   the new id
-- Takes:   email, email_is_proven, password_hash, role, full_name, phone, now_utc
-- Try:     email = 'new@example.com', email_is_proven = 1,
--          password_hash = 'a bcrypt hash', role = 'patient',
--          full_name = 'Ana Lúcia Ferreira', phone = '+44 7700 900211', now_utc = 2026-11-30 10:00

INSERT INTO users (email, email_proven_utc, password_hash, role, full_name, phone, created_utc)
VALUES (
    %(email)s,
    CASE WHEN %(email_is_proven)s THEN %(now_utc)s END,
    %(password_hash)s,
    %(role)s,
    %(full_name)s,
    %(phone)s,
    %(now_utc)s
);
