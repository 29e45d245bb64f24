-- Set how far an import has come.
--
-- Gives:   a row count
-- Takes:   import_id, state, now_utc

UPDATE imports
SET state = %(state)s,
    finished_utc = %(now_utc)s
WHERE import_id = %(import_id)s;
