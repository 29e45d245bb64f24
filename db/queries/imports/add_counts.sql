-- Add what a portion of an import has made and changed to the import's counts.
--
-- Gives:   a row count
-- Takes:   import_id, added, changed
-- Try:     import_id = 1, added = 3, changed = 1

UPDATE imports
SET added = added + %(added)s,
    changed = changed + %(changed)s
WHERE import_id = %(import_id)s;
