-- Find the account that the server let this connection in as: name@host.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    CURRENT_USER() AS account;
