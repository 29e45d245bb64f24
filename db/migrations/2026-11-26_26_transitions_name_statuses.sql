-- The foreign keys of the legal moves come back.
ALTER TABLE status_transitions
    ADD CONSTRAINT transition_leaves_a_status FOREIGN KEY (from_status) REFERENCES statuses (status),
    ADD CONSTRAINT transition_reaches_a_status FOREIGN KEY (to_status) REFERENCES statuses (status);
