-- Write down what was done to a visit.
--
-- Gives:   the new id
-- Takes:   appointment_id, now_utc, user_id, by_link, action, from_status, to_status, details, overruled
-- Try:     appointment_id = 553, now_utc = 2026-11-30 10:00, user_id = 11, by_link = 0, action = 'booked',
--          from_status = 'booked', to_status = 'arrived', details = 'to Room 2', overruled = ''

INSERT INTO appointment_history (
    appointment_id,
    at_utc,
    user_id,
    by_link,
    action,
    from_status,
    to_status,
    details,
    overruled
) VALUES (
    %(appointment_id)s,
    %(now_utc)s,
    %(user_id)s,
    %(by_link)s,
    %(action)s,
    %(from_status)s,
    %(to_status)s,
    %(details)s,
    %(overruled)s
);
