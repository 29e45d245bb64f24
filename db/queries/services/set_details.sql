-- Change a service. Booked visits keep the length and the pause that they were booked with.
--
-- Gives:   a row count
-- Takes:   service_id, name, minutes, pause_minutes, how_to_prepare, shares_reasons, place, is_active, is_online,
--          notice_minutes, horizon_days, cancel_deadline_minutes
-- Try:     service_id = 1, name = 'Acupuncture', minutes = 20, pause_minutes = 10,
--          how_to_prepare = 'Nothing to prepare.', shares_reasons = 1, place = 'room', is_active = 0, is_online = 0,
--          notice_minutes = 60, horizon_days = 60, cancel_deadline_minutes = 60

UPDATE services
SET name = %(name)s,
    minutes = %(minutes)s,
    pause_minutes = %(pause_minutes)s,
    how_to_prepare = %(how_to_prepare)s,
    shares_reasons = %(shares_reasons)s,
    place = %(place)s,
    is_active = %(is_active)s,
    is_online = %(is_online)s,
    notice_minutes = %(notice_minutes)s,
    horizon_days = %(horizon_days)s,
    cancel_deadline_minutes = %(cancel_deadline_minutes)s
WHERE service_id = %(service_id)s;
