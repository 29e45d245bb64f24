-- Bring the admins of one lab back.

UPDATE lab_admins
SET is_active = TRUE
WHERE lab = %(lab)s;
