-- Set how far an import has come.
--
-- Gives:   a row count
-- Takes:   import_id, state, now_utc
-- Try:     import_id = 1, state = 'done', now_utc = 2026-11-30 10:00

UPDATE imports
SET state = %(state)s,
    finished_utc = %(now_utc)s
WHERE import_id = %(import_id)s;
