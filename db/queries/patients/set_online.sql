-- Say whether a patient may be booked online. Who may not, calls.
--
-- Gives:   a row count
-- Takes:   patient_id, is_online
-- Try:     patient_id = 1, is_online = 0

UPDATE patients
SET is_online = %(is_online)s
WHERE patient_id = %(patient_id)s;
