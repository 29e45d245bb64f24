-- The numbers are exchanged: this says that room 1 suits the service 3, or that it does so already.

INSERT IGNORE INTO room_services (service_id, room_id)
VALUES (3, 1);
