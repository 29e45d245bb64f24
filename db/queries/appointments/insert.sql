-- Book a visit. The triggers claim its time, and a taken time refuses the row by name.
--
-- Gives:   the new id
-- Takes:   patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, status, reason, booked_by,
--          now_utc, request_key
-- Try:     patient_id = 1, staff_id = 1, room_id = 1, service_id = 1, starts_at = 2026-12-01 09:00,
--          ends_at = 2026-12-01 09:20, pause_minutes = 10, status = 'booked', reason = 'Letter from the hospital',
--          booked_by = 11, now_utc = 2026-11-30 10:00, request_key = 'a random text'
-- Lesson:  request_key is random, printed in the form, and unique. A form that is sent twice, or again after an answer
--          was lost, is refused here and finds the visit that it has booked (find_by_request_key).

INSERT INTO appointments (
    patient_id,
    staff_id,
    room_id,
    service_id,
    starts_at,
    ends_at,
    pause_minutes,
    status,
    arrived_utc,
    reason,
    booked_by,
    created_utc,
    request_key
) VALUES (
    %(patient_id)s,
    %(staff_id)s,
    %(room_id)s,
    %(service_id)s,
    %(starts_at)s,
    %(ends_at)s,
    %(pause_minutes)s,
    %(status)s,
    CASE WHEN %(status)s = 'arrived' THEN %(now_utc)s END,
    %(reason)s,
    %(booked_by)s,
    %(now_utc)s,
    %(request_key)s
);
