-- Find how long before a visit of a service its patient may still cancel or move it, in minutes.
--
-- Gives:   one value
-- Takes:   service_id
-- Try:     service_id = 1

SELECT rules_of_services.cancel_deadline_minutes
FROM rules_of_services
WHERE rules_of_services.service_id = %(service_id)s;
