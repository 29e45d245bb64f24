-- Find patients by the beginnings of up to three of their names, in any order, and by when they were born.
--
-- Gives:   many rows, by name
-- Takes:   first_word, second_word, third_word, born_from, born_until, limit, offset
-- Lesson:  a key serves LIKE only where the beginning is known, so the names stand in patient_words word by word, and
--          'fer%' is a walk along its key. That key holds all that the list is sorted by: only the patients of the one
--          page that is shown are opened. DISTINCT, as two words of one name may begin alike.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT DISTINCT named.full_name, named.patient_id
    FROM patient_words AS named
    WHERE named.word LIKE %(first_word)s
      AND (%(second_word)s IS NULL OR EXISTS (
        SELECT 1 FROM patient_words AS second
        WHERE second.patient_id = named.patient_id AND second.word LIKE %(second_word)s
      ))
      AND (%(third_word)s IS NULL OR EXISTS (
        SELECT 1 FROM patient_words AS third
        WHERE third.patient_id = named.patient_id AND third.word LIKE %(third_word)s
      ))
      AND (%(born_from)s IS NULL OR EXISTS (
        SELECT 1 FROM patients AS born
        WHERE born.patient_id = named.patient_id
          AND born.birth_date >= %(born_from)s AND born.birth_date < %(born_until)s
      ))
    ORDER BY named.full_name, named.patient_id
    LIMIT %(limit)s OFFSET %(offset)s
) AS found
JOIN patients ON patients.patient_id = found.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
ORDER BY found.full_name, found.patient_id;
