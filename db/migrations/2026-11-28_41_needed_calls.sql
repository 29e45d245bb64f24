-- Which calls are worth making is said in one view.
CREATE SQL SECURITY INVOKER VIEW needed_calls AS
SELECT
    calls.appointment_id,
    calls.was_at,
    calls.was_staff_id,
    calls.created_utc,
    calls.done_utc,
    calls.done_by,
    appointments.staff_id,
    appointments.patient_id
FROM calls
JOIN appointments ON appointments.appointment_id = calls.appointment_id
JOIN patients ON patients.patient_id = appointments.patient_id
WHERE patients.forgotten_utc IS NULL
  AND (
    (appointments.status = 'cancelled' AND calls.was_at IS NOT NULL)
    OR (
        appointments.status = 'booked'
        AND NOT (appointments.starts_at <=> calls.was_at AND appointments.staff_id <=> calls.was_staff_id)
    )
  );
