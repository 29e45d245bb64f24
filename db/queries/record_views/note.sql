-- Note that somebody who works here looked at a patient's record today, if that is not noted yet.
--
-- Gives:   a row count
-- Takes:   patient_id, user_id, day, now_utc

INSERT INTO record_views (patient_id, user_id, day, first_utc)
SELECT
    patients.patient_id,
    %(user_id)s,
    %(day)s,
    %(now_utc)s
FROM patients
WHERE patients.patient_id = %(patient_id)s
  -- from the second look on this is a plain read, which locks nothing and writes nothing
  AND NOT EXISTS (
    SELECT 1
    FROM record_views AS earlier
    WHERE earlier.patient_id = %(patient_id)s
      AND earlier.day = %(day)s
      AND earlier.user_id = %(user_id)s
  )
-- two first looks at the same moment: the key lets one in, and for the other there is nothing left to do
ON DUPLICATE KEY UPDATE patient_id = record_views.patient_id;
