-- Show which text of each kind holds now, with who saved it.
--
-- Gives:   many rows, by kind
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  a correlated MAX picks the latest of each kind; with the key (kind, version) it is one look at its end.

SELECT
    texts.kind,
    texts.version,
    texts.body,
    texts.saved_utc,
    authors.full_name AS saved_by_name
FROM clinic_texts AS texts
LEFT JOIN users AS authors ON authors.user_id = texts.saved_by
WHERE texts.version = (
    SELECT MAX(latest.version) FROM clinic_texts AS latest
    WHERE latest.kind = texts.kind
)
ORDER BY texts.kind;
