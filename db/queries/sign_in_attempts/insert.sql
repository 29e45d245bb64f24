-- Note a sign-in attempt before it is judged, so that a hundred at the same moment see one another.
--
-- Gives:   the new id
-- Takes:   email, address, browser, now_utc
-- Try:     email = 'patient@example.com', address = '127.0.0.1', browser = NULL, now_utc = 2026-11-30 10:00
-- Lesson:  check, then write, with nothing held in between: if attempts were counted first and noted afterwards, all
--          hundred would pass.

INSERT INTO sign_in_attempts (email, address, browser, tried_utc, succeeded)
VALUES (%(email)s, %(address)s, %(browser)s, %(now_utc)s, FALSE);
