-- Relations are compared sign by sign.
ALTER TABLE patients
    MODIFY relation VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'self' COMMENT 'what the patient is to the account''s holder';
