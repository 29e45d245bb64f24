-- Show what was done, to records and to visits, latest first.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, person_like, action_like, subject, subject_id, from_utc, until_utc, reach, limit, offset
-- Lesson:  two tables, one list. Each branch walks its key on time and stops at what the page can need at most (reach);
--          only these few are merged and sorted. Sorting the whole union first would read both tables to their ends.

SELECT
    merged.at_utc, merged.user_id, authors.full_name, merged.action, merged.subject, merged.subject_id,
    subjects.full_name AS subject_name, merged.details, merged.overruled, merged.by_link
FROM (
    (SELECT
        audit_log.at_utc, 1 AS branch, audit_log.audit_id AS record_id, audit_log.user_id, audit_log.action,
        audit_log.subject, audit_log.subject_id, audit_log.details, '' AS overruled, FALSE AS by_link
    FROM audit_log
    LEFT JOIN users USING (user_id)
    WHERE audit_log.at_utc >= %(from_utc)s AND audit_log.at_utc < %(until_utc)s
      AND (%(user_id)s IS NULL OR audit_log.user_id = %(user_id)s)
      AND (%(person_like)s IS NULL OR users.found_by LIKE %(person_like)s)
      AND (%(action_like)s IS NULL OR audit_log.action LIKE %(action_like)s)
      AND (%(subject)s IS NULL OR audit_log.subject = %(subject)s)
      AND (%(subject_id)s IS NULL OR audit_log.subject_id = %(subject_id)s)
    ORDER BY audit_log.at_utc DESC, audit_log.audit_id DESC
    LIMIT %(reach)s)
    UNION ALL
    (SELECT
        history.at_utc, 2, history.history_id, history.user_id,
        CASE history.action WHEN 'status' THEN history.to_status ELSE history.action END,
        'appointments', history.appointment_id, history.details, history.overruled,
        history.by_link
    FROM appointment_history AS history
    LEFT JOIN users USING (user_id)
    WHERE history.at_utc >= %(from_utc)s AND history.at_utc < %(until_utc)s
      AND (%(user_id)s IS NULL OR history.user_id = %(user_id)s)
      AND (%(person_like)s IS NULL OR users.found_by LIKE %(person_like)s)
      AND (%(action_like)s IS NULL OR history.to_status LIKE %(action_like)s OR history.action LIKE %(action_like)s)
      AND (%(subject)s IS NULL OR %(subject)s = 'appointments')
      AND (%(subject_id)s IS NULL OR history.appointment_id = %(subject_id)s)
    ORDER BY history.at_utc DESC, history.history_id DESC
    LIMIT %(reach)s)
) AS merged
LEFT JOIN users AS authors ON authors.user_id = merged.user_id
LEFT JOIN users AS subjects ON merged.subject = 'users' AND subjects.user_id = merged.subject_id
ORDER BY merged.at_utc DESC, merged.branch, merged.record_id DESC
LIMIT %(limit)s OFFSET %(offset)s;
