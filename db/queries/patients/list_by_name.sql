-- Find patients by the beginnings of one to three of their names, in any order, and by when they were born.
--
-- Gives:   many rows, by name
-- Takes:   first_word, second_word, third_word, born_from, born_until, limit, offset
-- Try:     first_word = 'ferr', second_word = NULL, third_word = NULL, born_from = NULL, born_until = NULL, limit = 10,
--          offset = 0
-- Lesson:  LIKE can use a key only where the beginning is known. So patient_words has each word of a name in a row of
--          its own, and 'fer%' is a walk along its key. The key holds what the list is sorted by, so only the patients
--          of one page are looked up. DISTINCT: two words of one name may begin alike.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT DISTINCT first.full_name, first.patient_id
    FROM patient_words AS first
    WHERE first.word LIKE CONCAT(%(first_word)s, '%')
      AND (%(second_word)s IS NULL OR EXISTS (
        SELECT 1 FROM patient_words AS second
        WHERE second.patient_id = first.patient_id AND second.word LIKE CONCAT(%(second_word)s, '%')
      ))
      AND (%(third_word)s IS NULL OR EXISTS (
        SELECT 1 FROM patient_words AS third
        WHERE third.patient_id = first.patient_id AND third.word LIKE CONCAT(%(third_word)s, '%')
      ))
      AND (%(born_from)s IS NULL OR EXISTS (
        SELECT 1 FROM patients
        WHERE patients.patient_id = first.patient_id
          AND patients.birth_date >= %(born_from)s AND patients.birth_date < %(born_until)s
      ))
    ORDER BY first.full_name, first.patient_id
    LIMIT %(limit)s OFFSET %(offset)s
) AS one_page
JOIN patients USING (patient_id)
LEFT JOIN users AS holders USING (user_id)
ORDER BY one_page.full_name, one_page.patient_id;
