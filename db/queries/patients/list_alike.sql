-- Find patients who may be the one about to be added: the same first and last name, or one of the two and the same
-- birth date.
--
-- Gives:   many rows, by name
-- Takes:   first_word, last_word, birth_date
-- Try:     first_word = 'jiri', last_word = 'dvorak', birth_date = NULL

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT first.patient_id
    FROM patient_words AS first
    JOIN patient_words AS last ON last.patient_id = first.patient_id
    WHERE first.word = %(first_word)s
      AND last.word = %(last_word)s
    UNION
    SELECT patients.patient_id
    FROM patients
    JOIN patient_words ON patient_words.patient_id = patients.patient_id
    WHERE patients.birth_date = %(birth_date)s
      AND patient_words.word IN (%(first_word)s, %(last_word)s)
) AS alike
JOIN patients ON patients.patient_id = alike.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT 10;
