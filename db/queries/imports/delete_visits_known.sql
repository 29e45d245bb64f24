-- Delete the staged lines whose visit came from an earlier file.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

DELETE import_visits
FROM import_visits
JOIN appointments ON appointments.request_key = import_visits.request_key;
