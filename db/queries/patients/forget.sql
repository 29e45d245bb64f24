-- Forget who a patient was. The row stays, so that visits still count.
--
-- Gives:   a row count
-- Takes:   patient_id, now_utc
-- Try:     patient_id = 1, now_utc = 2026-11-30 10:00
-- Lesson:  anonymise instead of deleting: visits refer to this row, and what was counted last year stays true.

UPDATE patients
SET user_id = NULL,
    reference = NULL,
    relation = 'self',
    full_name = 'Forgotten patient',
    birth_date = NULL,
    phone = NULL,
    email = NULL,
    alert = '',
    forgotten_utc = %(now_utc)s
WHERE patient_id = %(patient_id)s;
