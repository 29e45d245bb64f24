-- Note that the server took a mail, so that the next pause is a short one again.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

UPDATE mail_queue
SET pauses = 0
WHERE mail_queue_id = 1
  AND pauses > 0;
