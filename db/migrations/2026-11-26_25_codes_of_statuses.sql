-- So are the statuses themselves.
ALTER TABLE statuses
    MODIFY status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
