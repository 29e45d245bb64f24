-- A visit that is deleted releases its time, for clients that the foreign key does not serve too.
CREATE TRIGGER deleted_appointment_releases_its_time AFTER DELETE ON appointments FOR EACH ROW
DELETE FROM claims
WHERE claims.appointment_id = OLD.appointment_id;
