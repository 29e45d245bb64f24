-- Only proven addresses are unique, so that registering tells no stranger which addresses have an account.
ALTER TABLE users
    ADD COLUMN proven_email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (CASE WHEN email_proven_utc IS NOT NULL THEN email END) STORED
        COMMENT 'anybody may type an address; only one account can prove it' AFTER email_proven_utc,
    DROP KEY email_is_used_once,
    ADD UNIQUE KEY email_is_used_once (proven_email),
    ADD KEY users_by_email (email);
