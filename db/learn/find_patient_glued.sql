-- Find patients by a part of their name, as it must not be done: what was typed is glued in at TYPED.

SELECT patients.full_name, patients.birth_date
FROM patients
WHERE patients.full_name LIKE '%TYPED%'
ORDER BY full_name, birth_date
LIMIT 5
