-- Show at whose records an account looked, for the account's copy of its data.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, limit
-- Try:     user_id = 2, limit = 10

SELECT
    record_views.patient_id,
    record_views.day,
    record_views.first_utc
FROM record_views
WHERE record_views.user_id = %(user_id)s
ORDER BY record_views.record_view_id DESC
LIMIT %(limit)s;
