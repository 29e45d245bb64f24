-- Find patients by the beginnings of up to three of their names, in any order.
--
-- Gives:   many rows, by name
-- Takes:   anywhere, first_word, second_word, third_word, limit, offset
-- Lesson:  first_word looks like '% pet%', so it matches wherever a name begins; '%' matches everybody. A pattern with
--          % in front cannot walk an index, but it can read one: `named` is the table's second role, of which only the
--          key on full_name is touched, and the whole row is fetched for matches alone.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients AS named
JOIN patients ON patients.patient_id = named.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE named.full_name LIKE %(anywhere)s
  AND CONCAT(' ', REPLACE(REPLACE(named.full_name, '-', ' '), '''', ' ')) LIKE %(first_word)s
  AND CONCAT(' ', REPLACE(REPLACE(named.full_name, '-', ' '), '''', ' ')) LIKE %(second_word)s
  AND CONCAT(' ', REPLACE(REPLACE(named.full_name, '-', ' '), '''', ' ')) LIKE %(third_word)s
  AND patients.forgotten_utc IS NULL
ORDER BY named.full_name, named.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
