-- Open an account. Without a password hash nobody can sign in until the one-time link is used.
--
-- Gives:   the new id
-- Takes:   email, email_is_proven, password_hash, role, full_name, phone, now_utc

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
