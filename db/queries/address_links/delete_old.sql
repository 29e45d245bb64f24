-- Delete the links about e-mail addresses that have run out.
--
-- Gives:   a row count
-- Takes:   now_utc

DELETE FROM address_links
WHERE expires_utc <= %(now_utc)s;
