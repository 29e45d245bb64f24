-- What was refused stands behind all other mail, so that no recipient holds up another.
ALTER TABLE notifications
    MODIFY COLUMN can_wait TINYINT
        GENERATED ALWAYS AS (CASE WHEN doubt > 0 THEN 2 WHEN kind = 'reminder' THEN 1 ELSE 0 END) STORED
        COMMENT 'a morning''s hundreds stand behind the link that somebody waits for, and what was refused behind both';
