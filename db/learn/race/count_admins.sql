-- Count the admins who are still there.

SELECT COUNT(*) AS admins
FROM lab_admins
WHERE lab_admins.lab = %(lab)s
  AND lab_admins.is_active;
