-- Take today's turn at deleting what is kept no longer, if nobody has.
--
-- Gives:   a row count
-- Takes:   now_utc, day_ago_utc, hour_ago_utc
-- Try:     now_utc = 2026-11-30 10:00, day_ago_utc = 2026-11-29 10:00, hour_ago_utc = 2026-11-30 09:00
-- Lesson:  the condition and the change are one statement, so of several workers one is told that it changed a row. A
--          turn that was cut short is free again after an hour, and so is one from a clock that went wrong.

UPDATE last_retention
SET begun_utc = %(now_utc)s,
    finished_utc = NULL
WHERE last_retention_id = 1
  AND (begun_utc IS NULL
       OR begun_utc <= %(day_ago_utc)s
       OR begun_utc > %(now_utc)s
       OR (finished_utc IS NULL AND begun_utc <= %(hour_ago_utc)s));
