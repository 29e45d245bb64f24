-- So are the statuses in the table of legal moves.
ALTER TABLE status_transitions
    DROP FOREIGN KEY transition_leaves_a_status,
    DROP FOREIGN KEY transition_reaches_a_status,
    MODIFY from_status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY to_status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
