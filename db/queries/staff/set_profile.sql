-- Change the profile of a member of staff.
--
-- Gives:   a row count
-- Takes:   staff_id, specialization, about, phone, wants_mail, usual_room_id, video_link

UPDATE staff
SET specialization = %(specialization)s,
    about = %(about)s,
    phone = %(phone)s,
    wants_mail = %(wants_mail)s,
    usual_room_id = %(usual_room_id)s,
    video_link = %(video_link)s
WHERE staff_id = %(staff_id)s;
