-- A move claims what is stored. (Until the older triggers of moves are gone, moves are refused.)
CREATE TRIGGER appointment_takes_its_new_time AFTER UPDATE ON appointments FOR EACH ROW
FOLLOWS appointment_claims_its_new_time
INSERT INTO claims (appointment_id, at, staff_id, room_id, patient_id)
SELECT
    appointments.appointment_id,
    appointments.starts_at + INTERVAL spans.minute MINUTE,
    appointments.staff_id,
    appointments.room_id,
    IF(spans.minute < TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at), appointments.patient_id, NULL)
FROM appointments
JOIN spans ON spans.length = TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)
WHERE appointments.appointment_id IN (OLD.appointment_id, NEW.appointment_id)
  AND NOT (OLD.appointment_id = NEW.appointment_id AND OLD.staff_id = NEW.staff_id AND OLD.room_id <=> NEW.room_id
           AND OLD.patient_id = NEW.patient_id AND OLD.starts_at = NEW.starts_at AND OLD.ends_at = NEW.ends_at
           AND OLD.holds_until <=> NEW.holds_until);
