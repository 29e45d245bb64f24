-- Change how a member of staff can be booked, and whether they are the front desk.
--
-- Gives:   a row count
-- Takes:   staff_id, specialization, slot_minutes, usual_room_id, is_bookable, is_online, is_desk, video_link
-- Try:     staff_id = 1, specialization = 'Dentistry', slot_minutes = 15, usual_room_id = 1, is_bookable = 1,
--          is_online = 0, is_desk = 0, video_link = NULL

UPDATE staff
SET specialization = %(specialization)s,
    slot_minutes = %(slot_minutes)s,
    usual_room_id = %(usual_room_id)s,
    is_bookable = %(is_bookable)s,
    is_online = %(is_online)s,
    is_desk = %(is_desk)s,
    video_link = %(video_link)s
WHERE staff_id = %(staff_id)s;
