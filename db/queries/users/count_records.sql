-- Count what an account has: its sessions; its hours and visits as a member of staff; its patients and their visits.
--
-- Gives:   one row, or none
-- Takes:   user_id, staff_id, now, now_utc
-- Try:     user_id = 11, staff_id = 1, now = 2026-11-30 10:00, now_utc = 2026-11-30 10:00
-- Lesson:  each number has its own subquery, which walks its own key. In a join each session would come once for each
--          patient, and COUNT would count the pairs. staff_id is NULL for an account without a staff record, and no row
--          is equal to NULL: the counts are 0.

SELECT
    (
        SELECT COUNT(*) FROM sessions
        WHERE user_id = %(user_id)s AND expires_utc > %(now_utc)s AND NOT needs_code
    ) AS sessions,
    (SELECT COUNT(*) FROM working_hours WHERE staff_id = %(staff_id)s) AS hours,
    (SELECT COUNT(*) FROM appointments WHERE staff_id = %(staff_id)s) AS visits_of_staff,
    (
        SELECT COUNT(*) FROM appointments
        WHERE staff_id = %(staff_id)s AND day >= DATE(%(now)s) AND ends_at > %(now)s AND status IN ('booked', 'arrived')
    ) AS ahead_of_staff,
    (SELECT COUNT(*) FROM patients WHERE user_id = %(user_id)s) AS patients,
    (
        SELECT COUNT(*) FROM patients JOIN appointments USING (patient_id)
        WHERE user_id = %(user_id)s
    ) AS visits_of_patients,
    (
        SELECT COUNT(*) FROM patients JOIN appointments USING (patient_id)
        WHERE user_id = %(user_id)s AND starts_at >= DATE(%(now)s) AND ends_at > %(now)s
          AND status IN ('booked', 'arrived')
    ) AS ahead_of_patients;
