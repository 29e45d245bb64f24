-- Show every legal move from one status to another, with the words on its button.
--
-- Gives:   many rows, those that go forward first
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  FIELD gives a place in a list, which sorts by an order that is neither the alphabet's nor any column's.

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
