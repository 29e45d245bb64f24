-- Find patients by the beginnings of up to three of their names, in any order.
--
-- Gives:   many rows, by name
-- Takes:   first_word, second_word, third_word, limit, offset
-- Lesson:  each pattern looks like '% pet%', so a word matches wherever a name begins; '%' matches everybody. A pattern
--          with % in front cannot walk an index: this reads every name, which a clinic's thousands bear well, and
--          LIMIT stops the sorting early. Case and accents do not matter to the collation.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
  AND CONCAT(' ', REPLACE(REPLACE(patients.full_name, '-', ' '), '''', ' ')) LIKE %(first_word)s
  AND CONCAT(' ', REPLACE(REPLACE(patients.full_name, '-', ' '), '''', ' ')) LIKE %(second_word)s
  AND CONCAT(' ', REPLACE(REPLACE(patients.full_name, '-', ' '), '''', ' ')) LIKE %(third_word)s
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
