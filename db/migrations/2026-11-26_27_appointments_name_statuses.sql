-- The foreign key of a visit's status comes back.
ALTER TABLE appointments
    ADD CONSTRAINT appointment_has_status FOREIGN KEY (status) REFERENCES statuses (status);
