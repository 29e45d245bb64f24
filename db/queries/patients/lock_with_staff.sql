-- Lock a patient, then a member of staff, until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   patient_id, staff_id, user_id, role
-- Try:     patient_id = 1, staff_id = 1, user_id = 11, role = 'patient'
-- Lesson:  lock rows that exist. FOR UPDATE on a time that is still empty would lock only the gap. Two transactions may
--          share a gap, and then each would wait for the other. Both rows are found by their whole key, and
--          STRAIGHT_JOIN fixes which comes first. Everybody locks in the same order, so nobody waits in a circle. Whose
--          record it is stands in the WHERE: somebody else's patient is one that does not exist.

SELECT
    patients.patient_id,
    patients.forgotten_utc,
    staff.staff_id
FROM patients
STRAIGHT_JOIN staff
WHERE patients.patient_id = %(patient_id)s
  AND (patients.user_id <=> %(user_id)s OR %(role)s <> 'patient')
  AND staff.staff_id = %(staff_id)s
FOR UPDATE;
