-- Pass over the lines whose visit an earlier file has made.
--
-- Gives:   a row count
-- Takes:   nothing

DELETE import_visits
FROM import_visits
JOIN appointments ON appointments.request_key = import_visits.request_key;
