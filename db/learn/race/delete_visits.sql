-- Delete the visits of one lab.

DELETE FROM appointments
WHERE staff_id = %(staff_id)s
  AND day = %(day)s;
