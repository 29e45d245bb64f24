-- Show every legal move from one status to another, with the words for its button.
--
-- Gives:   many rows, those that go forward first
-- Takes:   nothing

SELECT
    status_transitions.from_status,
    status_transitions.to_status,
    status_transitions.is_undo,
    status_transitions.action,
    status_transitions.meaning
FROM status_transitions
ORDER BY
    status_transitions.is_undo,
    FIELD(status_transitions.to_status, 'arrived', 'completed', 'no_show', 'cancelled', 'booked'),
    status_transitions.from_status;
