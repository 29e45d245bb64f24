-- Find a member of staff whom patients can book, with the services that patients book themselves: one row for each.
--
-- Gives:   many rows, by name of the service
-- Takes:   staff_id
-- Try:     staff_id = 1
-- Lesson:  the member of staff stands in every row, which costs a few bytes and saves a second statement.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    staff.about,
    staff.phone,
    staff.video_link IS NOT NULL AS has_video_link,
    services.service_id,
    services.name AS service_name,
    services.minutes,
    services.how_to_prepare,
    services.place,
    rules.notice_minutes,
    rules.horizon_days,
    rules.cancel_deadline_minutes
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN staff_services ON staff_services.staff_id = staff.staff_id
JOIN services ON services.service_id = staff_services.service_id AND services.is_active AND services.is_online
JOIN rules_of_services AS rules ON rules.service_id = services.service_id
WHERE staff.staff_id = %(staff_id)s
  AND staff.is_bookable
  AND staff.is_online
ORDER BY services.name, services.service_id;
