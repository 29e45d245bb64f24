-- You took a mail away from a worker that is still sending it: its lease ends at 10:04. Now it goes out twice.

UPDATE notifications
SET state = 'pending',
    lease_until_utc = NULL
WHERE state = 'sending';
