-- Show on which days the records of an account's patients were looked at, for the account's copy of its data. It tells
-- the role of who looked, and not the name.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id, limit
-- Try:     user_id = 11, limit = 10

SELECT
    record_views.patient_id,
    record_views.day,
    CASE
        WHEN record_views.user_id IS NULL THEN 'former staff'
        WHEN users.role = 'admin' THEN 'admin'
        WHEN staff.is_desk THEN 'front desk'
        ELSE 'staff'
    END AS looked_as
FROM patients
JOIN record_views ON record_views.patient_id = patients.patient_id
LEFT JOIN users ON users.user_id = record_views.user_id
LEFT JOIN staff ON staff.user_id = record_views.user_id
WHERE patients.user_id = %(user_id)s
ORDER BY record_views.day, record_views.record_view_id
LIMIT %(limit)s;
