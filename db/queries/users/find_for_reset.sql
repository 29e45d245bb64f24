-- Find the open account that a link for a new password goes to, by its e-mail address, and how many such links it was
-- sent lately.
--
-- Gives:   one row, or none
-- Takes:   email, since_utc

SELECT
    users.user_id,
    (
        SELECT COUNT(*) FROM notifications
        WHERE notifications.user_id = users.user_id AND notifications.kind = 'password_reset'
          AND notifications.created_utc > %(since_utc)s
    ) AS links
FROM users
WHERE users.email = %(email)s
  AND users.is_active
-- several accounts may have typed one address: who has proven it comes first, then the newest
ORDER BY users.email_proven_utc IS NOT NULL DESC, users.user_id DESC
LIMIT 1;
