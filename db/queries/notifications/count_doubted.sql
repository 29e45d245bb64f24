-- Count the recipients whose mail was refused since the last mail that the server took.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(DISTINCT notifications.recipient) AS recipients
FROM notifications
WHERE notifications.state IN ('pending', 'sending', 'failed')
  AND notifications.can_wait = 2
  AND notifications.doubt = 1;
