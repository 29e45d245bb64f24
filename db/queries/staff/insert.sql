-- Add a member of staff to an account.
--
-- Gives:   the new id
-- Takes:   user_id, specialization, slot_minutes, usual_room_id, is_bookable, is_online, is_desk, video_link
-- Try:     user_id = 11, specialization = 'Dentistry', slot_minutes = 15, usual_room_id = 1, is_bookable = 1,
--          is_online = 0, is_desk = 0, video_link = NULL

INSERT INTO staff (user_id, specialization, slot_minutes, usual_room_id, is_bookable, is_online, is_desk, video_link)
VALUES (
    %(user_id)s,
    %(specialization)s,
    %(slot_minutes)s,
    %(usual_room_id)s,
    %(is_bookable)s,
    %(is_online)s,
    %(is_desk)s,
    %(video_link)s
);
