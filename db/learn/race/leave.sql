-- Let one admin leave.

UPDATE lab_admins
SET is_active = FALSE
WHERE lab = %(lab)s
  AND name = %(name)s;
