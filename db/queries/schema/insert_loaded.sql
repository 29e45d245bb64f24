-- Note that a thing is there as a whole: the schema, the demo clinic or a migration; or that a migration has begun.
--
-- Gives:   a row count
-- Takes:   version, now_utc
-- Try:     version = 'a new thing', now_utc = 2026-11-30 10:00

INSERT INTO schema_migrations (version, applied_utc)
VALUES (%(version)s, %(now_utc)s);
