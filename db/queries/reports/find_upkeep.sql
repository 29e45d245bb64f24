-- Find what an admin should know: the last backups, mail that does not go out, where the data is, and whether there is
-- a privacy notice.
--
-- Gives:   one row, or none
-- Takes:   now_utc, since_utc
-- Try:     now_utc = 2026-11-30 10:00, since_utc = 2026-11-01 00:00

SELECT
    last_backup.saved_utc,
    last_backup.failed_utc,
    last_backup.failure,
    (
        SELECT schema_migrations.applied_utc FROM schema_migrations
        WHERE schema_migrations.version = 'schema'
    ) AS begun_utc,
    (
        SELECT MIN(notifications.next_try_utc) FROM notifications
        WHERE notifications.state = 'pending' AND notifications.next_try_utc <= %(now_utc)s
    ) AS mail_waits_since_utc,
    (
        SELECT COUNT(*) FROM notifications
        WHERE notifications.state = 'failed' AND notifications.created_utc >= %(since_utc)s
    ) AS mail_failed,
    (
        SELECT texts.body <> '' FROM clinic_texts AS texts
        WHERE texts.kind = 'privacy'
        ORDER BY texts.version DESC
        LIMIT 1
    ) AS has_privacy_notice,
    mail_queue.paused_until_utc,
    mail_queue.pause_reason,
    @@datadir AS data_folder
FROM last_backup
CROSS JOIN mail_queue;
