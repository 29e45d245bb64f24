-- What the course's clinic has besides the demo clinic's rows: an outbox in which mail waits. The moment is Monday,
-- 30 November 2026, 10:00.

INSERT INTO notifications (
    notification_id, dedupe_key, kind, audience, appointment_id, version, user_id, recipient, payload, state, tries,
    next_try_utc, lease_until_utc, expires_utc, last_code, last_answer, doubt, message_id, created_utc
) VALUES
    -- waiting, and its time has come: two reminders, and a link that somebody waits for
    (2001, 'visit:597:v0:reminder:patient', 'reminder', 'patient', 597, 0, NULL, 'noa@example.com', NULL, 'pending', 0,
     '2026-11-30 10:00', NULL, '2026-12-02 10:00', NULL, NULL, 0, NULL, '2026-11-30 10:00'),
    (2002, 'visit:605:v0:reminder:patient', 'reminder', 'patient', 605, 0, NULL, 'olaoluwa@example.org', NULL, 'pending', 0,
     '2026-11-30 09:58', NULL, '2026-12-02 17:30', NULL, NULL, 0, NULL, '2026-11-30 09:58'),
    (2003, 'account:11:reset:1', 'password_reset', 'account', NULL, NULL, 11, 'patient@example.com', '{}', 'pending', 0,
     '2026-11-30 09:59', NULL, '2026-11-30 10:59', NULL, NULL, 0, NULL, '2026-11-30 09:59'),
    -- waiting for another try: the mail server had no time
    (2004, 'visit:600:v0:reminder:patient', 'reminder', 'patient', 600, 0, NULL, 'fatima@example.com', NULL, 'pending', 2,
     '2026-11-30 10:20', NULL, '2026-12-02 11:50', 451, '4.3.2 Please try again later', 0, '<2004@example.com>',
     '2026-11-30 09:40'),
    -- in the hands of a worker, and in those of one that has died
    (2005, 'visit:601:v0:reminder:patient', 'reminder', 'patient', 601, 0, NULL, 'lukasz@example.com', NULL, 'sending', 1,
     '2026-11-30 09:59', '2026-11-30 10:04', '2026-12-02 12:30', NULL, NULL, 0, '<2005@example.com>',
     '2026-11-30 09:59'),
    (2006, 'visit:602:v1:reminder:patient', 'reminder', 'patient', 602, 1, NULL, 'karimi@example.org', NULL, 'sending', 1,
     '2026-11-30 09:10', '2026-11-30 09:15', '2026-12-02 12:45', NULL, NULL, 0, '<2006@example.com>',
     '2026-11-30 09:10'),
    -- of no use any more: the link in it has run out
    (2007, 'account:12:proof:1', 'address_proof', 'account', NULL, NULL, 12, 'eleni@example.com', '{}', 'pending', 5,
     '2026-11-30 10:30', NULL, '2026-11-30 08:00', 451, '4.3.2 Please try again later', 0, '<2007@example.com>',
     '2026-11-29 08:00'),
    -- refused, and perhaps the server refuses everybody
    (2008, 'visit:604:v0:reminder:patient', 'reminder', 'patient', 604, 0, NULL, 'anita@example.com', NULL, 'pending', 1,
     '2026-11-30 10:45', NULL, '2026-12-02 15:15', 554, '5.7.1 Relay access denied', 1, '<2008@example.com>',
     '2026-11-30 09:45');
