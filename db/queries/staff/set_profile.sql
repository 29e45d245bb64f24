-- Change the profile of a member of staff.
--
-- Gives:   a row count
-- Takes:   staff_id, specialization, about, phone, wants_mail, usual_room_id, video_link
-- Try:     staff_id = 1, specialization = 'Dentistry', about = 'Family doctor.', phone = '+44 7700 900211',
--          wants_mail = 1, usual_room_id = 1, video_link = NULL

UPDATE staff
SET specialization = %(specialization)s,
    about = %(about)s,
    phone = %(phone)s,
    wants_mail = %(wants_mail)s,
    usual_room_id = %(usual_room_id)s,
    video_link = %(video_link)s
WHERE staff_id = %(staff_id)s;
