-- Show what was done to records and to visits.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, person, action, subject, subject_id, from_utc, until_utc, reach, limit, offset
-- Try:     user_id = 11, person = NULL, action = NULL, subject = NULL, subject_id = NULL, from_utc = 2026-11-01 00:00,
--          until_utc = 2026-12-01 00:00, reach = 10, limit = 10, offset = 0
-- Lesson:  two tables, one list. Each SELECT walks its table's key on time and stops at reach, the last row that the
--          page can need (offset + limit). Only these rows are merged. To sort both tables first would read them whole.

(SELECT
    acts.at_utc,
    'record' AS done_to,
    acts.audit_id AS number,
    acts.user_id,
    authors.full_name,
    acts.action,
    acts.subject,
    acts.subject_id,
    subjects.full_name AS subject_name,
    acts.details,
    '' AS overruled,
    FALSE AS by_link
FROM audit_log AS acts
LEFT JOIN users AS authors USING (user_id)
LEFT JOIN users AS subjects ON subjects.user_id = acts.subject_id AND acts.subject = 'users'
WHERE acts.at_utc >= %(from_utc)s AND acts.at_utc < %(until_utc)s
  AND (%(user_id)s IS NULL OR acts.user_id = %(user_id)s)
  AND (%(person)s IS NULL OR authors.found_by LIKE CONCAT('%', %(person)s, '%'))
  AND (%(action)s IS NULL OR acts.action LIKE CONCAT('%', %(action)s, '%'))
  AND (%(subject)s IS NULL OR acts.subject = %(subject)s)
  AND (%(subject_id)s IS NULL OR acts.subject_id = %(subject_id)s)
ORDER BY acts.at_utc DESC, acts.audit_id DESC
LIMIT %(reach)s)
UNION ALL
(SELECT
    acts.at_utc, 'visit', acts.history_id, acts.user_id, authors.full_name,
    IF(acts.action = 'status', acts.to_status, acts.action),
    'appointments', acts.appointment_id, NULL, acts.details, acts.overruled, acts.by_link
FROM appointment_history AS acts
LEFT JOIN users AS authors USING (user_id)
WHERE acts.at_utc >= %(from_utc)s AND acts.at_utc < %(until_utc)s
  AND (%(user_id)s IS NULL OR acts.user_id = %(user_id)s)
  AND (%(person)s IS NULL OR authors.found_by LIKE CONCAT('%', %(person)s, '%'))
  AND (%(action)s IS NULL OR IF(acts.action = 'status', acts.to_status, acts.action) LIKE CONCAT('%', %(action)s, '%'))
  AND (%(subject)s IS NULL OR %(subject)s = 'appointments')
  AND (%(subject_id)s IS NULL OR acts.appointment_id = %(subject_id)s)
ORDER BY acts.at_utc DESC, acts.history_id DESC
LIMIT %(reach)s)
ORDER BY at_utc DESC, done_to, number DESC
LIMIT %(limit)s OFFSET %(offset)s;
