-- Write down who did what to which record.
--
-- Gives:   the new id
-- Takes:   now_utc, user_id, action, subject, subject_id, details, address
-- Try:     now_utc = 2026-11-30 10:00, user_id = 10, action = 'account closed', subject = 'users', subject_id = 8,
--          details = 'patient', address = '192.0.2.12'

INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, details, address)
VALUES (%(now_utc)s, %(user_id)s, %(action)s, %(subject)s, %(subject_id)s, %(details)s, %(address)s);
