-- Acts and subjects in the audit are compared sign by sign.
ALTER TABLE audit_log
    MODIFY action VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the table of the record it was done to';
