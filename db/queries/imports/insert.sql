-- Add the row of an import that begins, by which it can be taken back.
--
-- Gives:   the new id
-- Takes:   kind, file_name, now_utc
-- Try:     kind = 'visits', file_name = 'patients.csv', now_utc = 2026-11-30 10:00

INSERT INTO imports (kind, file_name, begun_utc)
VALUES (%(kind)s, %(file_name)s, %(now_utc)s);
