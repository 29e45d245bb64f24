-- Who of the clinic opened a patient's record is written down, once for each person, patient and day.
CREATE TABLE record_views (
    record_view_id INT      NOT NULL AUTO_INCREMENT,
    patient_id     INT      NOT NULL COMMENT 'no foreign key: a look would wait for whoever books for this patient',
    user_id        INT      NULL COMMENT 'who looked; NULL: an account since deleted',
    day            DATE     NOT NULL COMMENT 'of the clinic''s calendar',
    first_utc      DATETIME NOT NULL COMMENT 'the first time on that day',

    PRIMARY KEY (record_view_id),
    UNIQUE KEY record_view_is_noted_once_a_day (patient_id, day, user_id),
    KEY record_views_by_user (user_id),
    KEY record_views_by_time (first_utc),
    CONSTRAINT record_view_names_its_reader FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
