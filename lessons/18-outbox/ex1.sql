-- Task:    Which mails have failed for good (state failed)? Show notification_id, kind and last_code. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  The table is notifications.
-- Hint 2:  state = 'failed'
-- Why:     The state says what became of a mail; last_code is the mail server's last answer (RFC 5321).

SELECT notification_id, kind, last_code
FROM notifications
WHERE state = 'failed';
