-- The trigger that claimed what was wanted goes; moves are taken again.
DROP TRIGGER appointment_claims_its_new_time;
