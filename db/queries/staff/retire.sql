-- Take somebody who has left out of what can be booked; the record stays with their past visits.
--
-- Gives:   a row count
-- Takes:   staff_id

UPDATE staff
SET is_bookable = FALSE,
    wants_mail = FALSE,
    about = '',
    phone = ''
WHERE staff_id = %(staff_id)s;
