-- Count the visits that appointments/list_filtered_by_patient would list, up to a limit.
--
-- Gives:   one value
-- Takes:   name, digits, from_day, until_day, staff_id, room_id, status, open_at, limit
-- Try:     name = 'ferr', digits = '44770090021', from_day = 2026-11-30, until_day = 2026-12-07, staff_id = 1,
--          room_id = 1, status = 'booked', open_at = NULL, limit = 10

SELECT COUNT(*)
FROM (
    SELECT appointments.appointment_id
    FROM patients
    STRAIGHT_JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE (
        patients.found_by LIKE CONCAT('%', %(name)s, '%')
        OR patients.phone_digits LIKE CONCAT('%', %(digits)s, '%')
      )
      AND appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(until_day)s
      AND (%(staff_id)s IS NULL OR appointments.staff_id = %(staff_id)s)
      AND (%(room_id)s IS NULL OR appointments.room_id = %(room_id)s)
      AND (%(status)s IS NULL OR appointments.status = %(status)s)
      AND (%(open_at)s IS NULL
           OR (appointments.status IN ('booked', 'arrived') AND appointments.ends_at <= %(open_at)s))
    LIMIT %(limit)s
) AS counted;
