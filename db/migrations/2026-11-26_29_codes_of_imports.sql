-- The status of an imported line is compared sign by sign.
ALTER TABLE import_visits
    MODIFY status VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
