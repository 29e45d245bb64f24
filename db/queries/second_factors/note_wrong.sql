-- Count a wrong code. The count begins anew where the latest one is long ago.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc, since_utc
-- Lesson:  SET works from left to right: failures reads failed_utc before the next line changes it.

UPDATE second_factors
SET failures = CASE WHEN failed_utc >= %(since_utc)s THEN LEAST(failures + 1, 1000) ELSE 1 END,
    failed_utc = %(now_utc)s
WHERE user_id = %(user_id)s;
