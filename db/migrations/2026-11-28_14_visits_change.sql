-- A visit may get another length, another service or other words; its history tells that too.
ALTER TABLE appointment_history
    DROP CONSTRAINT history_action_is_known,
    ADD CONSTRAINT history_action_is_known CHECK (action IN ('booked', 'status', 'moved', 'reassigned', 'changed'));
