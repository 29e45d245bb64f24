-- Find an open account by its e-mail address, and how many links for a new password it was sent lately.
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
  AND users.is_active;
