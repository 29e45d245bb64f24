-- Note that the server takes mail: a mail that it refused, or refuses again, is refused for that mail's own sake.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

UPDATE notifications
SET doubt = CASE WHEN state = 'failed' THEN 0 ELSE 2 END
WHERE state IN ('pending', 'failed')
  AND can_wait = 2
  AND doubt = 1;
