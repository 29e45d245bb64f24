-- Mail to staff and to accounts is in it, too: the condition on the audience is missing.

SELECT kind, COUNT(*) AS mails
FROM notifications
WHERE state = 'sent'
GROUP BY kind
ORDER BY mails DESC, kind;
