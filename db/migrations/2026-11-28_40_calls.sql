-- Patients who get no mail about what the clinic did to their visit stand on a list until somebody has called them.
CREATE TABLE calls (
    appointment_id INT      NOT NULL,
    was_at         DATETIME NULL COMMENT 'when the patient thinks that the visit is, local; NULL: that it is cancelled',
    was_staff_id   INT      NOT NULL COMMENT 'whom the patient expects to see, 0: not known; no foreign key, as that would lock them out of turn',
    created_utc    DATETIME NOT NULL COMMENT 'when the visit was changed last',
    done_utc       DATETIME NULL COMMENT 'when the patient was called; NULL: not yet',
    done_by        INT      NULL,

    PRIMARY KEY (appointment_id),
    KEY calls_by_end (done_utc),
    KEY calls_by_author (done_by),
    CONSTRAINT call_is_about_a_visit FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE,
    CONSTRAINT call_names_its_author FOREIGN KEY (done_by) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
