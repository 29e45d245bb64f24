-- Half of all slots of the working days from @first_day (included) to @end_day (not included): 64 visits a day, which
-- took place if they are before @today.
-- A day's slots each have a patient of their own, so nobody is in two places: of one account, the first 144.

INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc)
SELECT
    staff.staff_id + 8 * (slots.minute DIV 30 - 16) + 288 * (TO_DAYS(calendar.day) % 8),
    staff.staff_id,
    staff.usual_room_id,
    1,
    calendar.day + INTERVAL slots.minute MINUTE,
    calendar.day + INTERVAL (slots.minute + 30) MINUTE,
    IF(calendar.day < @today, 'completed', 'booked'),
    '2026-01-01'
FROM calendar
JOIN spans AS slots ON slots.length = 1440 AND slots.minute >= 480 AND slots.minute < 1020 AND slots.minute % 30 = 0
JOIN staff
WHERE calendar.day >= @first_day
  AND calendar.day < @end_day
  AND calendar.weekday < 5
  AND slots.minute NOT IN (720, 750)
  AND (staff.staff_id + slots.minute DIV 30 + TO_DAYS(calendar.day)) % 2 = 0;
