-- Codes of the settings are compared as codes, sign by sign.
ALTER TABLE settings
    MODIFY date_style VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'day_first',
    MODIFY clock_style CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '24',
    MODIFY timezone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the zone clock_gaps was filled for; the app keeps it in step';
