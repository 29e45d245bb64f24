-- Change a service. Booked visits keep the length and the pause that they were booked with.
--
-- Gives:   a row count
-- Takes:   service_id, name, minutes, pause_minutes, how_to_prepare, shares_reasons, is_active

UPDATE services
SET name = %(name)s,
    minutes = %(minutes)s,
    pause_minutes = %(pause_minutes)s,
    how_to_prepare = %(how_to_prepare)s,
    shares_reasons = %(shares_reasons)s,
    is_active = %(is_active)s
WHERE service_id = %(service_id)s;
