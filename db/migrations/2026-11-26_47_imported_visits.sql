-- Which import made which visit is kept.
CREATE TABLE imported_visits (
    import_id      INT        NOT NULL,
    appointment_id INT        NOT NULL,
    status         VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as it came in',

    PRIMARY KEY (import_id, appointment_id),
    UNIQUE KEY visit_is_imported_once (appointment_id),
    CONSTRAINT imported_visit_has_import FOREIGN KEY (import_id) REFERENCES imports (import_id) ON DELETE CASCADE,
    CONSTRAINT imported_visit_has_visit  FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
