-- Delete the mail about an account, sent or not, because it holds the e-mail address.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 29

DELETE FROM notifications
WHERE user_id = %(user_id)s;
