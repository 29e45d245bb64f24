-- Set the colours that an account has chosen; NULL follows the device.
--
-- Gives:   a row count
-- Takes:   user_id, theme
-- Try:     user_id = 11, theme = 'dark'

UPDATE users
SET theme = %(theme)s
WHERE user_id = %(user_id)s;
