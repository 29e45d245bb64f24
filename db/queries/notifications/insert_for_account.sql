-- Queue a mail about an account.
--
-- Gives:   the new id
-- Takes:   dedupe_key, kind, user_id, recipient, payload, expires_utc, now_utc
-- Try:     dedupe_key = 'a test', kind = 'booked', user_id = 11, recipient = 'ana@example.com', payload = NULL,
--          expires_utc = 2026-12-07 10:00, now_utc = 2026-11-30 10:00

INSERT INTO notifications (
    dedupe_key,
    kind,
    audience,
    user_id,
    recipient,
    payload,
    next_try_utc,
    expires_utc,
    created_utc
) VALUES (
    %(dedupe_key)s,
    %(kind)s,
    'account',
    %(user_id)s,
    %(recipient)s,
    %(payload)s,
    %(now_utc)s,
    %(expires_utc)s,
    %(now_utc)s
);
