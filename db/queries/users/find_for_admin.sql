-- Find an account as an admin sees it, with its record as a member of staff and who its holder is as a patient.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    users.user_id,
    users.email,
    users.email_proven_utc IS NOT NULL AS email_is_proven,
    users.role,
    users.full_name,
    users.phone,
    users.is_active,
    users.password_hash IS NOT NULL AS has_password,
    users.created_utc,
    users.signed_in_utc,
    (
        SELECT second_factors.confirmed_utc FROM second_factors
        WHERE second_factors.user_id = users.user_id
    ) AS second_factor_utc,
    staff.staff_id,
    staff.specialization,
    staff.slot_minutes,
    staff.usual_room_id,
    staff.is_bookable,
    staff.is_online,
    staff.video_link,
    staff.is_desk,
    (
        SELECT MIN(patients.birth_date) FROM patients
        WHERE patients.user_id = users.user_id AND patients.relation = 'self' AND patients.forgotten_utc IS NULL
    ) AS birth_date,
    (
        SELECT MIN(patients.patient_id) FROM patients
        WHERE patients.user_id = users.user_id AND patients.relation = 'self' AND patients.forgotten_utc IS NULL
    ) AS patient_id
FROM users
LEFT JOIN staff USING (user_id)
WHERE users.user_id = %(user_id)s;
