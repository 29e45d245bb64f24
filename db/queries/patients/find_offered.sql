-- Find a record without an account that is offered to an account: it has the account's proven e-mail address.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id
-- Try:     patient_id = 60, user_id = 12

SELECT
    patients.patient_id,
    patients.user_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    patients.reference
FROM users
JOIN patients ON patients.email = users.proven_email
LEFT JOIN records_declined
    ON records_declined.user_id = users.user_id
   AND records_declined.patient_id = patients.patient_id
WHERE users.user_id = %(user_id)s
  AND patients.patient_id = %(patient_id)s
  AND patients.user_id IS NULL
  AND patients.forgotten_utc IS NULL
  AND records_declined.patient_id IS NULL;
