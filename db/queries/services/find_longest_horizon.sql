-- Find how many days ahead a service can be booked, or, where none is named (0), the one that is booked furthest ahead.
--
-- Gives:   one value
-- Takes:   service_id

SELECT COALESCE(MAX(rules_of_services.horizon_days), 0) AS horizon_days
FROM rules_of_services
WHERE %(service_id)s IN (0, rules_of_services.service_id);
