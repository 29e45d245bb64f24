-- A move releases its old time after its row was changed, not before: UPDATE IGNORE, which skips a row that breaks
-- a rule, left such a visit without its claims, and its time could be booked twice.
CREATE TRIGGER appointment_releases_its_old_time AFTER UPDATE ON appointments FOR EACH ROW
PRECEDES appointment_claims_its_new_time
DELETE FROM claims
WHERE claims.appointment_id = OLD.appointment_id
  AND NOT (OLD.appointment_id = NEW.appointment_id AND OLD.staff_id = NEW.staff_id AND OLD.room_id <=> NEW.room_id
           AND OLD.patient_id = NEW.patient_id AND OLD.starts_at = NEW.starts_at AND OLD.ends_at = NEW.ends_at
           AND OLD.holds_until <=> NEW.holds_until);
