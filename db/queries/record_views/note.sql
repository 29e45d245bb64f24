-- Note that somebody who works here looked at a patient's record today, if that is not noted yet.
--
-- Gives:   a row count
-- Takes:   patient_id, user_id, day, now_utc
-- Try:     patient_id = 1, user_id = 11, day = 2026-11-30, now_utc = 2026-11-30 10:00

-- Of two first looks at the same moment the key lets one in. IGNORE makes that no error for the other. (ON DUPLICATE
-- KEY UPDATE would do so too. MariaDB then asks for the right to change who looked, and nobody has it.)
INSERT IGNORE INTO record_views (patient_id, user_id, day, first_utc)
SELECT
    patients.patient_id,
    %(user_id)s,
    %(day)s,
    %(now_utc)s
FROM patients
WHERE patients.patient_id = %(patient_id)s
  -- from the second look on this is a plain read, which writes nothing and waits for nobody
  AND NOT EXISTS (
    SELECT 1
    FROM record_views AS earlier
    WHERE earlier.patient_id = %(patient_id)s
      AND earlier.day = %(day)s
      AND earlier.user_id = %(user_id)s
  );
