-- Let one import at a time be at work: 1 where this connection now has the turn, 0 where another has it for 2 seconds
-- more. The server lets go of it when the connection ends.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    GET_LOCK(CONCAT(DATABASE(), '.imports'), 2) AS has_turn;
