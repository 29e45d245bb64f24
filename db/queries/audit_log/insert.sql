-- Write down who did what to which record.
--
-- Gives:   the new id
-- Takes:   now_utc, user_id, action, subject, subject_id, details, address

INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, details, address)
VALUES (%(now_utc)s, %(user_id)s, %(action)s, %(subject)s, %(subject_id)s, %(details)s, %(address)s);
