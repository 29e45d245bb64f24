-- Find what a one-time link about an e-mail address is for: its account, and who else has proven that address.
--
-- A link that proves the present address is void once that address is proven, or is another one. A link that takes a
-- change back is void once the address is the old one again.
--
-- Gives:   one row, or none
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a first secret......', now_utc = 2026-11-30 10:00

SELECT
    address_links.purpose,
    address_links.email,
    address_links.created_utc,
    users.user_id,
    users.role,
    users.full_name,
    others.user_id AS other_user_id,
    others.role AS other_role,
    others.is_active AS other_is_active,
    EXISTS (
        SELECT 1
        FROM patients
        JOIN appointments ON appointments.patient_id = patients.patient_id
        WHERE patients.user_id = users.user_id AND appointments.status IN ('arrived', 'completed')
    ) AS has_been_here
FROM address_links
JOIN users ON users.user_id = address_links.user_id
LEFT JOIN users AS others ON others.proven_email = address_links.email AND others.user_id <> users.user_id
WHERE address_links.token_hash = %(token_hash)s
  AND address_links.expires_utc > %(now_utc)s
  AND users.is_active
  AND (
    address_links.purpose <> 'prove'
    OR (users.email = address_links.email AND users.email_proven_utc IS NULL)
  )
  AND (address_links.purpose <> 'take_back' OR users.email <> address_links.email);
