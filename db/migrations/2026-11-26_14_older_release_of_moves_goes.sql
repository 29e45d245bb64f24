-- The trigger that released the time before the row was changed goes.
DROP TRIGGER appointment_releases_its_time;
