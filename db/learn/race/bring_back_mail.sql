-- Let the mail of one lab wait again, as at first.

UPDATE notifications
SET state = 'pending',
    tries = 0,
    lease_until_utc = NULL,
    message_id = NULL
WHERE notification_id = %(mail)s;
