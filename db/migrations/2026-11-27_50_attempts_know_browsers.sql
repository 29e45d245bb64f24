-- A browser that has signed in to an account before has a counter of its own, so that no stranger can make it wait.
ALTER TABLE sign_in_attempts
    ADD COLUMN browser CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'of a browser that has signed in to this account before, which its cookie shows' AFTER address,
    ADD KEY attempts_by_browser (browser, tried_utc);
