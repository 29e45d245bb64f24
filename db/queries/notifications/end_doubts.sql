-- Note that the server takes mail: what it refused before was about that mail, or will be once it does so again.
--
-- Gives:   a row count
-- Takes:   nothing

UPDATE notifications
SET doubt = CASE WHEN state = 'failed' THEN 0 ELSE 2 END
WHERE state IN ('pending', 'failed')
  AND can_wait = 2
  AND doubt = 1;
