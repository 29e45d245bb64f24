-- Show the records without an account that have the proven e-mail address of an account: are they its holder's?
--
-- Gives:   many rows, by key
-- Takes:   user_id
-- Try:     user_id = 12
-- Lesson:  proven_email is NULL as long as nobody has opened the link in a mail to the address, and NULL equals
--          nothing. So an address that was only typed finds no record.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date IS NOT NULL AS can_be_claimed
FROM users
JOIN patients ON patients.email = users.proven_email
LEFT JOIN records_declined
    ON records_declined.user_id = users.user_id
   AND records_declined.patient_id = patients.patient_id
WHERE users.user_id = %(user_id)s
  AND patients.user_id IS NULL
  AND patients.forgotten_utc IS NULL
  AND records_declined.patient_id IS NULL
ORDER BY patients.patient_id
LIMIT 20;
