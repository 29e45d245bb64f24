-- Count the mails that fit a filter, up to a limit.
--
-- Gives:   one value
-- Takes:   state, kind, limit
-- Try:     state = 'sent', kind = 'booked', limit = 10
-- Lesson:  the inner LIMIT lets the server stop counting where no further page is shown.

SELECT
    COUNT(*) AS mails
FROM (
    SELECT notifications.notification_id
    FROM notifications
    WHERE (%(state)s IS NULL OR notifications.state = %(state)s)
      AND (%(kind)s IS NULL OR notifications.kind = %(kind)s)
    LIMIT %(limit)s
) AS counted;
