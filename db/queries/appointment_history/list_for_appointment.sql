-- Show who did what to a visit, and when.
--
-- Gives:   many rows, latest first
-- Takes:   appointment_id
-- Try:     appointment_id = 553
-- Lesson:  the account that acted may be gone, and not every row changes the status. LEFT JOIN keeps both.

SELECT
    appointment_history.at_utc,
    appointment_history.action,
    appointment_history.to_status,
    appointment_history.details,
    appointment_history.overruled,
    appointment_history.by_link,
    statuses.label AS to_label,
    status_transitions.action AS move,
    status_transitions.is_undo,
    users.full_name AS author
FROM appointment_history
JOIN statuses ON statuses.status = appointment_history.to_status
LEFT JOIN status_transitions
    ON status_transitions.from_status = appointment_history.from_status
   AND status_transitions.to_status = appointment_history.to_status
LEFT JOIN users USING (user_id)
WHERE appointment_history.appointment_id = %(appointment_id)s
ORDER BY appointment_history.history_id DESC;
