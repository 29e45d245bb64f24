-- Bring the admins of one lab back, with the phone and the room that they had.

UPDATE lab_admins
SET is_active = TRUE,
    phone = '111',
    room = 'Room 1'
WHERE lab = %(lab)s;
