-- Describe how somebody can be booked, and whether they are the front desk, in words, for the audit.
--
-- Gives:   one row, or none
-- Takes:   staff_id
-- Try:     staff_id = 1
-- Lesson:  GROUP BY folds the services into one row. MAX of a value that is the same in all rows is that value.

SELECT
    staff.specialization,
    CONCAT(staff.slot_minutes, ' min') AS slot_length,
    MAX(rooms.name) AS usual_room,
    IF(staff.is_bookable, 'yes', 'no') AS can_be_booked,
    IF(staff.is_online, 'yes', 'no') AS booked_online,
    staff.video_link,
    IF(staff.is_desk, 'yes', 'no') AS front_desk,
    GROUP_CONCAT(services.name ORDER BY services.name SEPARATOR ', ') AS services
FROM staff
LEFT JOIN rooms ON rooms.room_id = staff.usual_room_id
LEFT JOIN staff_services ON staff_services.staff_id = staff.staff_id
LEFT JOIN services ON services.service_id = staff_services.service_id
WHERE staff.staff_id = %(staff_id)s
GROUP BY staff.staff_id, staff.specialization, staff.slot_minutes, staff.is_bookable,
    staff.is_online, staff.video_link, staff.is_desk;
