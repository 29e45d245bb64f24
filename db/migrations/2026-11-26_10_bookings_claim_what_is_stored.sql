-- A booking claims what is stored in its row. (While the older trigger stands beside this one, each booking is
-- refused: at no moment is one taken without its claims.)
CREATE TRIGGER appointment_takes_its_time AFTER INSERT ON appointments FOR EACH ROW
INSERT INTO claims (appointment_id, at, staff_id, room_id, patient_id)
SELECT
    appointments.appointment_id,
    appointments.starts_at + INTERVAL spans.minute MINUTE,
    appointments.staff_id,
    appointments.room_id,
    IF(spans.minute < TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at), appointments.patient_id, NULL)
FROM appointments
JOIN spans ON spans.length = TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)
WHERE appointments.appointment_id = NEW.appointment_id;
