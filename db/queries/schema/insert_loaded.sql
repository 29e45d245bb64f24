-- Write down that the schema is there as a whole.
--
-- Gives:   a row count
-- Takes:   version, now_utc

INSERT INTO schema_migrations (version, applied_utc)
VALUES (%(version)s, %(now_utc)s);
