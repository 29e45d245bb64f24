-- Delete the mail about an account, sent or not, because it holds the e-mail address.
--
-- Gives:   a row count
-- Takes:   user_id

DELETE FROM notifications
WHERE user_id = %(user_id)s;
