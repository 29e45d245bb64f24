-- Purposes of one-time links are compared sign by sign.
ALTER TABLE password_resets
    MODIFY purpose VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
