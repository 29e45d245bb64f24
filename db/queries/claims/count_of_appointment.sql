-- Count the 5-minute steps that a visit holds from a time on.
--
-- Gives:   one value
-- Takes:   appointment_id, starts_at

SELECT
    COUNT(*) AS steps
FROM claims
WHERE claims.appointment_id = %(appointment_id)s
  AND claims.at >= %(starts_at)s;
