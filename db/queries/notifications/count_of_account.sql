-- Count the mails of one kind that an account was sent lately.
--
-- Gives:   one value
-- Takes:   user_id, kind, since_utc

SELECT
    COUNT(*) AS mails
FROM notifications
WHERE notifications.user_id = %(user_id)s
  AND notifications.kind = %(kind)s
  AND notifications.created_utc > %(since_utc)s;
