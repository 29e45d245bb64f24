-- Take somebody who has left out of what can be booked, and from the desk; the record stays with their past visits.
--
-- Gives:   a row count
-- Takes:   staff_id
-- Try:     staff_id = 1

UPDATE staff
SET is_bookable = FALSE,
    is_desk = FALSE,
    wants_mail = FALSE,
    about = '',
    phone = ''
WHERE staff_id = %(staff_id)s;
