-- Count a wrong code. The count begins anew where the latest one is long ago.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc, since_utc
-- Try:     user_id = 1, now_utc = 2026-11-30 10:00, since_utc = 2026-11-01 00:00
-- Lesson:  SET works from left to right: failures reads failed_utc before the next line changes it.

UPDATE second_factors
SET failures = CASE WHEN failed_utc >= %(since_utc)s THEN LEAST(failures + 1, 1000) ELSE 1 END,
    failed_utc = %(now_utc)s
WHERE user_id = %(user_id)s;
