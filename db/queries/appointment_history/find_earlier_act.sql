-- Find when an account last did something to visits that it has done a number of times since.
--
-- Gives:   one value
-- Takes:   user_id, action, acts_since
-- Try:     user_id = 11, action = 'booked', acts_since = 0
-- Lesson:  "twenty within a day" needs no count: it is so if the twentieth act, counted back from now, was within it.
--          The key (user_id, history_id) is walked from its end, and no further than to that act.

SELECT appointment_history.at_utc
FROM appointment_history
WHERE appointment_history.user_id = %(user_id)s
  AND appointment_history.action = %(action)s
ORDER BY appointment_history.history_id DESC
LIMIT 1 OFFSET %(acts_since)s;
