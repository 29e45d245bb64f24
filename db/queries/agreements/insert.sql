-- Keep that an account agreed to a version of a text, if there is such a version. It is kept once.
--
-- Gives:   a row count
-- Takes:   user_id, kind, version, now_utc
-- Try:     user_id = 11, kind = 'imprint', version = 1, now_utc = 2026-11-30 10:00
-- Lesson:  INSERT … SELECT looks before it writes: where the SELECT finds no such version, nothing is written. With
--          ON DUPLICATE KEY UPDATE the second time is no mistake, and the first moment stays.

INSERT INTO agreements (user_id, kind, version, at_utc)
SELECT
    %(user_id)s,
    texts.kind,
    texts.version,
    %(now_utc)s
FROM clinic_texts AS texts
WHERE texts.kind = %(kind)s
  AND texts.version = %(version)s
  AND texts.body <> ''
ON DUPLICATE KEY UPDATE at_utc = agreements.at_utc;
