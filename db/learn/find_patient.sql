-- Find patients by a part of their name. What was typed is a value: it cannot become a part of the statement.

SELECT patients.full_name, patients.birth_date
FROM patients
WHERE patients.full_name LIKE CONCAT('%', %(typed)s, '%')
ORDER BY full_name, birth_date
LIMIT 5;
