-- Task:    It is '2026-11-30 10:00'. Which mails may a worker take now: those with the state pending, whose next try is not later than that? Show notification_id and kind. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Two conditions: on state, and on next_try_utc.
-- Hint 2:  "Not later" has the moment itself in it: <=.
-- Why:     The state says that nobody has it, and the time says that it may be tried. The key mail_due begins with the state.

SELECT notification_id, kind
FROM notifications
WHERE state = 'pending'
  AND next_try_utc <= '2026-11-30 10:00';
