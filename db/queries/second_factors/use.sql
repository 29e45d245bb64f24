-- Use a code that was right. Each works once.
--
-- Gives:   a row count
-- Takes:   user_id, step
-- Try:     user_id = 10, step = 99999999
-- Lesson:  the change is the check. If two send the same code at once, the second waits for the first, then finds a
--          last_step that is no longer smaller, and changes no row. A SELECT before it would see the old step in both.

UPDATE second_factors
SET last_step = %(step)s
WHERE user_id = %(user_id)s
  AND confirmed_utc IS NOT NULL
  AND last_step < %(step)s;
