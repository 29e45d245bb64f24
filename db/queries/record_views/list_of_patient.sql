-- Show who looked at a patient's record, and on which days.
--
-- Gives:   many rows, latest first
-- Takes:   patient_id, limit, offset
-- Try:     patient_id = 1, limit = 10, offset = 0

SELECT
    record_views.day,
    record_views.first_utc,
    record_views.user_id,
    users.full_name,
    users.role,
    COALESCE(staff.is_desk, FALSE) AS is_desk
FROM record_views
LEFT JOIN users USING (user_id)
LEFT JOIN staff USING (user_id)
WHERE record_views.patient_id = %(patient_id)s
ORDER BY record_views.day DESC, record_views.first_utc DESC, record_views.record_view_id DESC
LIMIT %(limit)s OFFSET %(offset)s;
