-- An e-mail address is proven, or only typed. The addresses of all present accounts are taken as proven.
ALTER TABLE users
    ADD COLUMN email_proven_utc DATETIME NULL
        COMMENT 'when a link that we mailed there was opened, or the clinic said that it knows it' AFTER email;
