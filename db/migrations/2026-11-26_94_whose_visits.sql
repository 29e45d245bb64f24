-- Whose visits an account may see is said in one view.

CREATE SQL SECURITY INVOKER VIEW whose_visits AS
SELECT
    users.user_id,
    staff.staff_id,
    users.role = 'admin' OR own.is_desk AS sees_all
FROM users
LEFT JOIN staff AS own ON own.user_id = users.user_id
LEFT JOIN staff ON users.role = 'admin' OR own.is_desk OR staff.staff_id = own.staff_id
WHERE users.is_active
  AND users.role IN ('staff', 'admin');
