-- Tell as which account the connection was let in: name@host.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    CURRENT_USER() AS account;
