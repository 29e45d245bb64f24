-- Try the view free_starts, whatever it gives: an error says that it is missing, or that its tables may not be read.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(*) AS tried
FROM free_starts
WHERE free_starts.staff_id = 0
  AND free_starts.service_id = 0;
