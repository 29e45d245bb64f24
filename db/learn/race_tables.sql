-- Tables of the race lab that are without what protects the clinic's own. They stand in the place race alone.

-- Visits as a beginner might keep them: no key and no trigger refuses a second one at the same time.
CREATE TABLE unprotected_visits (
    visit_id  INT      NOT NULL AUTO_INCREMENT,
    staff_id  INT      NOT NULL,
    starts_at DATETIME NOT NULL,
    patient   VARCHAR(20) NOT NULL,

    PRIMARY KEY (visit_id),
    KEY visits_of_staff (staff_id, starts_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Two admins for each lab (1 to 4). The clinic wants one to stay, and no constraint can say so: it is about two rows.
CREATE TABLE lab_admins (
    lab       TINYINT     NOT NULL,
    name      VARCHAR(20) NOT NULL,
    is_active BOOLEAN     NOT NULL DEFAULT TRUE,
    phone     VARCHAR(20) NOT NULL DEFAULT '111',
    room      VARCHAR(20) NOT NULL DEFAULT 'Room 1',

    PRIMARY KEY (lab, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO lab_admins (lab, name) VALUES
    (1, 'Helen'), (1, 'Marco'), (2, 'Helen'), (2, 'Marco'), (3, 'Helen'), (3, 'Marco'), (4, 'Helen'), (4, 'Marco');

-- One mail for each lab, that two workers want to send.
INSERT INTO notifications (
    notification_id, dedupe_key, kind, audience, user_id, recipient, next_try_utc, created_utc
) VALUES
    (6001, 'lab:1', 'test', 'account', 1, 'admin@example.com', '2026-11-30 09:59', '2026-11-30 09:59'),
    (6002, 'lab:2', 'test', 'account', 1, 'admin@example.com', '2026-11-30 09:59', '2026-11-30 09:59'),
    (6003, 'lab:3', 'test', 'account', 1, 'admin@example.com', '2026-11-30 09:59', '2026-11-30 09:59'),
    (6004, 'lab:4', 'test', 'account', 1, 'admin@example.com', '2026-11-30 09:59', '2026-11-30 09:59');
