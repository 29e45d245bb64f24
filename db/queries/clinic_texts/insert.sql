-- Add a version of a text, which holds from now on.
--
-- Gives:   the new id
-- Takes:   kind, version, body, now_utc, user_id
-- Try:     kind = 'privacy', version = 0, body = 'We keep what the law asks for.', now_utc = 2026-11-30 10:00,
--          user_id = 11

INSERT INTO clinic_texts (kind, version, body, saved_utc, saved_by)
VALUES (%(kind)s, %(version)s, %(body)s, %(now_utc)s, %(user_id)s);
