-- Task:    Which working hours of the member of staff 2 hold on Monday, 7 December 2026? Leave out those that hold only in every other week (fortnight is not NULL) and extra hours (is_extra). Show starts_minute and ends_minute. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  weekday = 0 is Monday.
-- Hint 2:  Begun: valid_from <= that day. Not ended: valid_until is NULL, or later than that day.
-- Why:     valid_until is the first day on which they no longer hold, so it must be later than the day, not equal.

SELECT starts_minute, ends_minute
FROM working_hours
WHERE staff_id = 2
  AND weekday = 0
  AND fortnight IS NULL
  AND NOT is_extra
  AND valid_from <= '2026-12-07'
  AND COALESCE(valid_until, '9999-12-31') > '2026-12-07';
