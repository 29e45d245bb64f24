-- Let one program at a time work on the schema: 'schema' to load or change it, 'copy' to save or replace all of it.
-- Gives 0 if the lock is not free within 15 seconds.
--
-- Gives:   one value
-- Takes:   what
-- Try:     what = 'try'
-- Lesson:  GET_LOCK locks a name, not a row: there is no row yet. The server lets go when the connection ends.

SELECT
    GET_LOCK(CONCAT(DATABASE(), '.', %(what)s), 15) AS locked;
