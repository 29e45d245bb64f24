-- Count the mails that were given up, and how many of them may still be of use.
--
-- Gives:   one row, or none
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS given_up,
    COALESCE(SUM((notifications.expires_utc IS NULL OR notifications.expires_utc > %(now_utc)s)
        AND (notifications.payload IS NOT NULL OR notifications.kind NOT IN (
            'account_created', 'password_reset', 'address_proof', 'registered_again', 'address_change'
        ))), 0)
        AS still_of_use
FROM notifications
WHERE notifications.state = 'failed';
