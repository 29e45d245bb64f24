-- Put a call back on the list: it was ticked by mistake.
--
-- Gives:   a row count
-- Takes:   appointment_id
-- Try:     appointment_id = 563

UPDATE calls
SET done_utc = NULL,
    done_by = NULL
WHERE appointment_id = %(appointment_id)s;
