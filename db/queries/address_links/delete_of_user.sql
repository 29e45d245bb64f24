-- Void the links of an account about its e-mail address: those for one purpose, or all.
--
-- Gives:   a row count
-- Takes:   user_id, purpose
-- Try:     user_id = 11, purpose = 'change'

DELETE FROM address_links
WHERE user_id = %(user_id)s
  AND (%(purpose)s IS NULL OR purpose = %(purpose)s);
