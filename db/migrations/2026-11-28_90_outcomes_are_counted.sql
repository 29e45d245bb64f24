-- Reports count whose patients did not come, and for what, without reading the visits themselves.
ALTER TABLE appointments
    DROP KEY appointments_counted,
    ADD KEY appointments_counted (starts_at, holds_until, staff_id, room_id, service_id, status);
