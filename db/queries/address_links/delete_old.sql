-- Delete the links about e-mail addresses that have run out.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

DELETE FROM address_links
WHERE expires_utc <= %(now_utc)s;
