-- Task:    Let room 3 suit the service 1, too: write the one row that says so into room_services.
-- Writes:  room_services
-- Hint 1:  INSERT INTO table (columns) VALUES (values);
-- Hint 2:  The columns are service_id and room_id.
-- Why:     The primary key of room_services is the pair, so the same pair cannot be written twice.

INSERT INTO room_services (service_id, room_id)
VALUES (1, 3);
