-- The starts to which a visit can be moved if no other visit is in the way. A visit keeps its length, which may be longer
-- than its service's: so hours, breaks, absences and the clock are asked once more, up to the visit's own end.

CREATE SQL SECURITY INVOKER VIEW starts_for_moves AS
SELECT
    visits.appointment_id,
    visits.patient_id,
    visits.staff_id,
    visits.service_id,
    starts.place,
    visits.starts_at AS present_start,
    starts.day,
    starts.starts_at,
    starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE AS ends_at,
    starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) + visits.pause_minutes MINUTE
        AS free_at
FROM appointments AS visits
STRAIGHT_JOIN offered_starts AS starts
    ON starts.staff_id = visits.staff_id AND starts.service_id = visits.service_id
STRAIGHT_JOIN hours_of_days AS hours
    ON hours.staff_id = visits.staff_id AND hours.day = starts.day
   AND hours.starts_at <= starts.starts_at
   AND hours.ends_at >= starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND hours.day + INTERVAL breaks.ends_minute MINUTE > starts.starts_at
   AND hours.day + INTERVAL breaks.starts_minute MINUTE
     < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN time_off
    ON time_off.staff_id = visits.staff_id
   AND time_off.ends_at > starts.starts_at
   AND time_off.starts_at < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN clock_gaps
    ON clock_gaps.day = starts.day
   AND clock_gaps.day + INTERVAL clock_gaps.ends_minute MINUTE > starts.starts_at
   AND clock_gaps.day + INTERVAL clock_gaps.starts_minute MINUTE
     < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
WHERE breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND clock_gaps.day IS NULL
  AND starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) + visits.pause_minutes MINUTE
   <= starts.day + INTERVAL 1 DAY;
