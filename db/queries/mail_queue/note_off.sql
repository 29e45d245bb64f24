-- Note that the program runs without a mail server.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

UPDATE mail_queue
SET off_utc = %(now_utc)s
WHERE mail_queue_id = 1;
