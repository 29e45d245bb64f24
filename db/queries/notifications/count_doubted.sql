-- Count to how many recipients mail was not taken since the last one that was.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    COUNT(DISTINCT notifications.recipient) AS recipients
FROM notifications
WHERE notifications.state IN ('pending', 'sending', 'failed')
  AND notifications.can_wait = 2
  AND notifications.doubt = 1;
