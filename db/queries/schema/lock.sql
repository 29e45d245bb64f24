-- Let one program at a time look whether the schema is there and load it. Gives 0 after 15 seconds in vain.
--
-- Gives:   one value
-- Takes:   nothing
-- Lesson:  GET_LOCK locks a name, not a row: there is no row yet. The server lets go when the connection ends.

SELECT
    GET_LOCK(CONCAT(DATABASE(), '.schema'), 15) AS locked;
