-- Which admins are there?

SELECT
    lab_admins.name,
    lab_admins.is_active
FROM lab_admins
WHERE lab_admins.lab = %(lab)s
ORDER BY lab_admins.name;
