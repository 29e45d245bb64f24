-- Release the mail that was held until an admin decided.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

UPDATE mail_queue
SET held_before_utc = NULL
WHERE mail_queue_id = 1;
