-- Note an attempt before it is judged, so that a hundred at the same moment see one another.
--
-- Gives:   the new id
-- Takes:   email, address, now_utc
-- Lesson:  counting first and noting afterwards would let all hundred pass: check-then-write with nothing held.

INSERT INTO sign_in_attempts (email, address, tried_utc, succeeded)
VALUES (%(email)s, %(address)s, %(now_utc)s, FALSE);
