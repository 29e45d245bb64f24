-- What can be done with a visit is a verb, what it is a state, and a cancellation can be taken back by the clinic.
UPDATE statuses SET label = 'Done' WHERE status = 'completed';
UPDATE statuses SET label = 'Didn''t come' WHERE status = 'no_show';

UPDATE status_transitions SET action = 'Check in' WHERE from_status = 'booked' AND to_status = 'arrived';
UPDATE status_transitions SET action = 'Finish' WHERE to_status = 'completed';
UPDATE status_transitions SET action = 'Didn''t come', meaning = 'The patient did not come. The time is free again.'
WHERE to_status = 'no_show';
UPDATE status_transitions SET meaning = 'The visit will not take place. The time is free again.'
WHERE to_status = 'cancelled';
UPDATE status_transitions SET action = 'Undo check-in' WHERE from_status = 'arrived' AND to_status = 'booked';
UPDATE status_transitions SET action = 'Undo finish' WHERE from_status = 'completed' AND to_status = 'arrived';
UPDATE status_transitions SET action = 'Undo didn''t come' WHERE from_status = 'no_show' AND to_status = 'booked';
INSERT INTO status_transitions (from_status, to_status, by_patient, is_undo, action, meaning) VALUES
    ('cancelled', 'booked', FALSE, TRUE, 'Undo cancellation',
     'Cancelled by mistake: booked again, if the time is still free.');
