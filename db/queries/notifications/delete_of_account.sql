-- Delete the mail about an account, sent or not: it has the address.
--
-- Gives:   a row count
-- Takes:   user_id

DELETE FROM notifications
WHERE user_id = %(user_id)s;
