-- Which hours hold on a day knows fortnights.

CREATE OR REPLACE SQL SECURITY INVOKER VIEW hours_of_days AS
SELECT
    working_hours.staff_id,
    calendar.day,
    working_hours.working_hours_id,
    working_hours.starts_minute,
    working_hours.ends_minute,
    calendar.day + INTERVAL working_hours.starts_minute MINUTE AS starts_at,
    calendar.day + INTERVAL working_hours.ends_minute MINUTE AS ends_at
FROM calendar
STRAIGHT_JOIN working_hours
    ON working_hours.weekday = calendar.weekday
   AND working_hours.valid_from <= calendar.day
   AND COALESCE(working_hours.valid_until, '9999-12-31') > calendar.day
   AND COALESCE(working_hours.fortnight, calendar.fortnight) = calendar.fortnight;
