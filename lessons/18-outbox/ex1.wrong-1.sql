-- Mail that was refused is in it, too, and is to wait until its next try. Look at next_try_utc.

SELECT notification_id, kind
FROM notifications
WHERE state = 'pending';
