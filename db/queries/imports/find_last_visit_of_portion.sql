-- Find the last visit of the next portion of an import to take back. NULL: there is no more.
--
-- Gives:   one value
-- Takes:   import_id, after_id, limit
-- Try:     import_id = 1, after_id = 0, limit = 10

SELECT
    MAX(next_ones.appointment_id) AS last_id
FROM (
    SELECT
        imported_visits.appointment_id
    FROM imported_visits
    WHERE imported_visits.import_id = %(import_id)s
      AND imported_visits.appointment_id > %(after_id)s
    ORDER BY imported_visits.appointment_id
    LIMIT %(limit)s
) AS next_ones;
