-- Add a service.
--
-- Gives:   the new id
-- Takes:   name, minutes, pause_minutes, how_to_prepare, shares_reasons, place, is_active, is_online, notice_minutes,
--          horizon_days, cancel_deadline_minutes
-- Try:     name = 'Acupuncture', minutes = 20, pause_minutes = 10, how_to_prepare = 'Nothing to prepare.',
--          shares_reasons = 1, place = 'room', is_active = 0, is_online = 0, notice_minutes = 60, horizon_days = 60,
--          cancel_deadline_minutes = 60

INSERT INTO services (
    name,
    minutes,
    pause_minutes,
    how_to_prepare,
    shares_reasons,
    place,
    is_active,
    is_online,
    notice_minutes,
    horizon_days,
    cancel_deadline_minutes
) VALUES (
    %(name)s,
    %(minutes)s,
    %(pause_minutes)s,
    %(how_to_prepare)s,
    %(shares_reasons)s,
    %(place)s,
    %(is_active)s,
    %(is_online)s,
    %(notice_minutes)s,
    %(horizon_days)s,
    %(cancel_deadline_minutes)s
);
