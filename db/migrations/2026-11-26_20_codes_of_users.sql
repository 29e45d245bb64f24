-- Roles and themes are compared sign by sign.
ALTER TABLE users
    MODIFY role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY theme VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'light or dark; NULL: as the device says';
