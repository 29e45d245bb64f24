-- Read one admin's phone and room, as a form shows them.

SELECT
    lab_admins.phone,
    lab_admins.room
FROM lab_admins
WHERE lab_admins.lab = %(lab)s
  AND lab_admins.name = %(name)s;
