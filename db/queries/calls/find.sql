-- Find a call, if this account may see the visit that it is about.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id
-- Try:     appointment_id = 562, user_id = 10

SELECT
    calls.created_utc,
    calls.done_utc
FROM calls
JOIN appointments ON appointments.appointment_id = calls.appointment_id
WHERE calls.appointment_id = %(appointment_id)s
  AND EXISTS (
        SELECT 1 FROM whose_visits
        WHERE whose_visits.user_id = %(user_id)s
          AND whose_visits.staff_id IN (appointments.staff_id, calls.was_staff_id)
      );
