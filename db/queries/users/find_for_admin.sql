-- Find an account with all that its page shows: the staff record and the patient's own, where there is one, and what
-- hangs on it (the visits of staff are counted by staff/count_visits).
--
-- Gives:   one row, or none
-- Takes:   user_id, now, now_utc
-- Lesson:  one statement, a few short walks along keys. COUNT(*) in a join would multiply sessions by patients.

SELECT
    users.user_id,
    users.email,
    users.role,
    users.full_name,
    users.phone,
    users.is_active,
    users.password_hash IS NOT NULL AS has_password,
    users.created_utc,
    users.signed_in_utc,
    staff.staff_id,
    staff.specialization,
    staff.slot_minutes,
    staff.usual_room_id,
    staff.is_bookable,
    staff.is_desk,
    own.birth_date,
    (SELECT COUNT(*) FROM patients WHERE patients.user_id = users.user_id) AS patients,
    (
        SELECT COUNT(*) FROM sessions
        WHERE sessions.user_id = users.user_id AND sessions.expires_utc > %(now_utc)s
    ) AS sessions,
    (SELECT COUNT(*) FROM working_hours WHERE working_hours.staff_id = staff.staff_id) AS hours,
    (
        SELECT COUNT(*) FROM patients JOIN appointments USING (patient_id)
        WHERE patients.user_id = users.user_id
    ) AS visits_of_patients,
    (
        SELECT COUNT(*) FROM patients JOIN appointments USING (patient_id)
        WHERE patients.user_id = users.user_id AND appointments.starts_at >= DATE(%(now)s)
          AND appointments.ends_at > %(now)s AND appointments.status IN ('booked', 'arrived')
    ) AS ahead_of_patients
FROM users
LEFT JOIN staff USING (user_id)
LEFT JOIN patients AS own ON own.user_id = users.user_id AND own.relation = 'self' AND own.forgotten_utc IS NULL
WHERE users.user_id = %(user_id)s
ORDER BY own.patient_id
LIMIT 1;
