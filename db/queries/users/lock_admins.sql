-- Lock every admin's account until the end of the transaction.
--
-- Gives:   many rows, in the order of the key by role
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  "one active admin must remain" is a rule about several rows. Two admins who close each other's account
--          change different rows and would not meet. Locking all of them makes the second wait, and then see what the
--          first has done. The order is that of the key by role, in which the rows are locked.

SELECT
    users.user_id,
    users.is_active AND users.password_hash IS NOT NULL AS can_sign_in
FROM users
WHERE users.role = 'admin'
ORDER BY users.is_active, users.full_name, users.user_id
FOR UPDATE;
