-- Load one version of a text, or the latest, with since when and until when it holds.
--
-- Gives:   one row, or none
-- Takes:   kind, version
-- Try:     kind = 'news', version = 1
-- Lesson:  the neighbours of a row are the nearest keys on either side: MAX of what is smaller, MIN of what is greater.

SELECT
    texts.kind,
    texts.version,
    texts.body,
    texts.saved_utc,
    (
        SELECT later.saved_utc FROM clinic_texts AS later
        WHERE later.kind = texts.kind AND later.version > texts.version
        ORDER BY later.version
        LIMIT 1
    ) AS until_utc,
    (
        SELECT MAX(earlier.version) FROM clinic_texts AS earlier
        WHERE earlier.kind = texts.kind AND earlier.version < texts.version AND earlier.body <> ''
    ) AS earlier_version
FROM clinic_texts AS texts
WHERE texts.kind = %(kind)s
  AND (%(version)s IS NULL OR texts.version = %(version)s)
ORDER BY texts.version DESC
LIMIT 1;
