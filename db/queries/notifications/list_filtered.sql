-- Show the mails of the outbox, narrowed by state and kind.
--
-- Gives:   many rows, newest first
-- Takes:   state, kind, limit, offset
-- Try:     state = 'sent', kind = 'booked', limit = 10, offset = 0
-- Lesson:  a filter that is NULL means "any", so the statement is always the same, and no SQL is put together in
--          Python.

SELECT
    notifications.notification_id,
    notifications.kind,
    notifications.audience,
    notifications.recipient,
    notifications.state,
    notifications.tries,
    notifications.next_try_utc,
    notifications.last_code,
    notifications.last_answer,
    notifications.created_utc,
    notifications.sent_utc
FROM notifications
WHERE (%(state)s IS NULL OR notifications.state = %(state)s)
  AND (%(kind)s IS NULL OR notifications.kind = %(kind)s)
ORDER BY notifications.notification_id DESC
LIMIT %(limit)s OFFSET %(offset)s;
