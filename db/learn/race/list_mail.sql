-- Who has the lab's mail?

SELECT
    notifications.state,
    notifications.tries,
    notifications.message_id
FROM notifications
WHERE notifications.notification_id = %(mail)s;
