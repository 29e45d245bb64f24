-- These are mails that were tried more than once: here there are none, and such a mail may go out in the end. Look at the state.

SELECT notification_id, kind, last_code
FROM notifications
WHERE tries > 1;
