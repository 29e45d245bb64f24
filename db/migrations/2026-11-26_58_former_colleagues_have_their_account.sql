-- Mail to who gave a visit away goes to the address that their account has when it is sent.
UPDATE notifications
JOIN users ON users.email = notifications.recipient
SET notifications.user_id = users.user_id
WHERE notifications.audience = 'former'
  AND notifications.user_id IS NULL;
