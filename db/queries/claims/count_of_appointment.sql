-- Count the 5-minute steps that a visit holds from a time on.
--
-- Gives:   one value
-- Takes:   appointment_id, starts_at
-- Try:     appointment_id = 1025, starts_at = 2026-12-01 09:00

SELECT
    COUNT(*) AS steps
FROM claims
WHERE claims.appointment_id = %(appointment_id)s
  AND claims.at >= %(starts_at)s;
