-- Show the links about e-mail addresses that an account was sent, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    address_links.purpose,
    address_links.email,
    address_links.created_utc,
    address_links.expires_utc
FROM address_links
WHERE address_links.user_id = %(user_id)s
ORDER BY address_links.created_utc, address_links.address_link_id;
