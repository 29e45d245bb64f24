-- Tell whether somebody who works here sees everybody's visits.
--
-- Gives:   one value; NULL for patients
-- Takes:   user_id
-- Try:     user_id = 1

SELECT whose_visits.sees_all
FROM whose_visits
WHERE whose_visits.user_id = %(user_id)s
LIMIT 1;
