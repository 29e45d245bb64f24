-- Let one import work at a time. Gives 1 if this connection has the turn, and 0 if another one keeps it for 2 seconds.
-- The turn ends with the connection.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    GET_LOCK(CONCAT(DATABASE(), '.imports'), 2) AS has_turn;
