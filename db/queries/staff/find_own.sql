-- Find the visitor's own record as a member of staff.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 2

SELECT
    staff.staff_id,
    staff.specialization,
    staff.about,
    staff.phone,
    staff.usual_room_id,
    staff.wants_mail,
    staff.video_link,
    staff.is_bookable,
    staff.is_desk,
    users.full_name,
    users.email
FROM staff
JOIN users USING (user_id)
WHERE staff.user_id = %(user_id)s;
