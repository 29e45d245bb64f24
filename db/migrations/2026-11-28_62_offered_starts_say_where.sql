-- Each start says whether patients can book it themselves, and where the visit is.

CREATE OR REPLACE SQL SECURITY INVOKER VIEW offered_starts AS
SELECT
    starts.staff_id,
    starts.service_id,
    starts.place,
    starts.is_online,
    starts.day,
    starts.starts_at,
    starts.ends_at,
    starts.free_at
FROM starts_in_hours AS starts
LEFT JOIN closures ON closures.day = starts.day
LEFT JOIN breaks
    ON breaks.working_hours_id = starts.working_hours_id
   AND breaks.starts_minute < starts.to_minute AND breaks.ends_minute > starts.from_minute
LEFT JOIN time_off
    ON time_off.staff_id = starts.staff_id
   AND time_off.starts_at < starts.ends_at AND time_off.ends_at > starts.starts_at
LEFT JOIN clock_gaps
    ON clock_gaps.day = starts.day
   AND clock_gaps.starts_minute < starts.to_minute AND clock_gaps.ends_minute > starts.from_minute
WHERE closures.day IS NULL
  AND breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND clock_gaps.day IS NULL;
