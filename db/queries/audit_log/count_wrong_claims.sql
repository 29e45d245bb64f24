-- Count how often a wrong birth date was given: by this account for any record, and by any account for this record.
--
-- Gives:   one value
-- Takes:   user_id, patient_id, since_utc
-- Try:     user_id = 11, patient_id = 1, since_utc = 2026-11-01 00:00
-- Lesson:  two keys, so two SELECTs. UNION counts a try once that both find.

SELECT COUNT(*)
FROM (
    SELECT audit_log.audit_id
    FROM audit_log
    WHERE audit_log.user_id = %(user_id)s
      AND audit_log.action = 'record not recognised'
      AND audit_log.at_utc > %(since_utc)s
    UNION
    SELECT audit_log.audit_id
    FROM audit_log
    WHERE audit_log.subject = 'patients'
      AND audit_log.subject_id = %(patient_id)s
      AND audit_log.action = 'record not recognised'
      AND audit_log.at_utc > %(since_utc)s
) AS tries;
