-- Note that a patient was called, or knows anyway.
--
-- Gives:   a row count
-- Takes:   appointment_id, created_utc, done_utc, done_by
-- Try:     appointment_id = 562, created_utc = 2026-11-30 08:00, done_utc = 2026-11-30 10:00, done_by = 10
-- Lesson:  created_utc is what the page showed. Where the visit was changed since, another call is due, and nothing
--          matches. NULL: whatever it is about.

UPDATE calls
SET done_utc = %(done_utc)s,
    done_by = %(done_by)s
WHERE appointment_id = %(appointment_id)s
  AND done_utc IS NULL
  AND (%(created_utc)s IS NULL OR created_utc = %(created_utc)s);
