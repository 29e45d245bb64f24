-- The last day is missing: it is included here, and whole days may be asked for with BETWEEN.

INSERT INTO closures (day, reason)
SELECT calendar.day, 'Holidays'
FROM calendar
WHERE calendar.day >= '2026-12-24'
  AND calendar.day <  '2026-12-26';
