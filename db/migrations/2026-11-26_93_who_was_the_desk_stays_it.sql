-- Staff who could not be booked were the front desk until now, and stay it; those who left do not become it.
UPDATE staff
JOIN users ON users.user_id = staff.user_id
SET staff.is_desk = TRUE
WHERE NOT staff.is_bookable
  AND users.is_active
  AND users.role = 'staff';
