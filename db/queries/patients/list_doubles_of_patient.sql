-- Show records that are likely this patient's too: the rules of list_doubles, asked of one patient.
--
-- Gives:   many rows, by name
-- Takes:   patient_id
-- Try:     patient_id = 47
-- Lesson:  each way to be alike is a walk along its own key, and UNION names a record once that is alike in two ways.
--          STRAIGHT_JOIN: for the sake of ORDER BY … LIMIT, MySQL would else walk all patients by name.

SELECT
    alike.patient_id,
    other.full_name,
    other.birth_date,
    COALESCE(other.phone, holders.phone) AS phone
FROM (
    (
        SELECT same.patient_id
        FROM patient_words AS word FORCE INDEX (PRIMARY)
        STRAIGHT_JOIN patient_words AS same FORCE INDEX (patient_words_by_birth_date)
            ON same.birth_date = word.birth_date AND same.word = word.word AND same.patient_id <> word.patient_id
        WHERE word.patient_id = %(patient_id)s AND word.birth_date IS NOT NULL AND CHAR_LENGTH(word.word) > 1
        LIMIT 20
    )
    UNION
    (
        SELECT same.patient_id
        FROM patients
        JOIN patients AS same ON same.phone_digits = patients.phone_digits AND same.patient_id <> patients.patient_id
        WHERE patients.patient_id = %(patient_id)s AND patients.phone_digits > ''
          AND SUBSTRING_INDEX(same.found_by, ' ', 1) = SUBSTRING_INDEX(patients.found_by, ' ', 1)
        LIMIT 20
    )
    UNION
    (
        SELECT same.patient_id
        FROM patients
        JOIN patients AS same ON same.email = patients.email AND same.patient_id <> patients.patient_id
        WHERE patients.patient_id = %(patient_id)s AND patients.email > ''
          AND SUBSTRING_INDEX(same.found_by, ' ', 1) = SUBSTRING_INDEX(patients.found_by, ' ', 1)
        LIMIT 20
    )
) AS alike
STRAIGHT_JOIN patients AS own ON own.patient_id = %(patient_id)s
STRAIGHT_JOIN patients AS other ON other.patient_id = alike.patient_id
LEFT JOIN users AS own_holders ON own_holders.user_id = own.user_id
LEFT JOIN users AS holders ON holders.user_id = other.user_id
LEFT JOIN patients_apart AS apart
    ON apart.patient_id = LEAST(own.patient_id, other.patient_id)
   AND apart.other_id = GREATEST(own.patient_id, other.patient_id)
WHERE other.forgotten_utc IS NULL
  AND apart.patient_id IS NULL
  AND NOT COALESCE(other.user_id = own.user_id, FALSE)
  AND (own.user_id IS NULL OR other.user_id IS NULL
       OR own_holders.proven_email IS NOT NULL OR holders.proven_email IS NOT NULL)
ORDER BY other.full_name, other.patient_id
LIMIT 5;
