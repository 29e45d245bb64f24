-- Forget the visits of one lab.

DELETE FROM unprotected_visits
WHERE staff_id = %(staff_id)s;
