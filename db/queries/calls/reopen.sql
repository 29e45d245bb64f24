-- Put a call back on the list: it was ticked by mistake.
--
-- Gives:   a row count
-- Takes:   appointment_id

UPDATE calls
SET done_utc = NULL,
    done_by = NULL
WHERE appointment_id = %(appointment_id)s;
