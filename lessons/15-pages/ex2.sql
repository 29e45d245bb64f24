-- Task:    A page of the list of visits ended with those of 31 December 2015. Show starts_at of the 20 visits that come next, in the order starts_at, status, appointment_id. Read only these.
-- On:      big
-- Order:   starts_at
-- Reads:   3
-- Hint 1:  The next visit begins on 1 January 2016 or later.
-- Hint 2:  No OFFSET is needed.
-- Why:     The condition leads to a place in the key (starts_at, status), the order is that of the key, and LIMIT stops after 20 rows.

SELECT appointments.starts_at
FROM appointments
WHERE appointments.starts_at >= '2016-01-01'
ORDER BY appointments.starts_at, appointments.status, appointments.appointment_id
LIMIT 20;
