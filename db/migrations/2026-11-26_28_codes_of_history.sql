-- The codes of the history are compared sign by sign.
ALTER TABLE appointment_history
    MODIFY action VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY from_status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY to_status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
