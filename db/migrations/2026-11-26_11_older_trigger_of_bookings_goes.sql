-- The trigger before it, which read what was wanted, goes.
DROP TRIGGER appointment_claims_its_time;
