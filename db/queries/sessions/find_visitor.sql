-- Load what every page needs: the clinic's settings, which texts it shows, and who the visitor is.
--
-- Gives:   one row, or none
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a first secret......', now_utc = 2026-11-30 10:00
-- Lesson:  the settings are on the left of each LEFT JOIN, so a stranger gets a row too, with NULL for a user.
--          The conditions on sessions and users stand in ON; in WHERE they would throw the stranger's row away.
--          Each latest version is found by MAX at the end of its key, which the server does before it joins anything.

SELECT
    settings.clinic_name,
    settings.address AS clinic_address,
    settings.phone AS clinic_phone,
    settings.email AS clinic_email,
    settings.notice_minutes,
    settings.horizon_days,
    settings.cancel_deadline_minutes,
    settings.reminder_lead_minutes,
    settings.visits_ahead_limit,
    settings.account_visits_limit,
    settings.second_factor_for,
    settings.date_style,
    settings.clock_style,
    COALESCE(privacy.version, 0) AS privacy_version,
    COALESCE(imprint.version, 0) AS imprint_version,
    COALESCE(booking.body, '') AS before_booking,
    COALESCE(news.body, '') AS news,
    sessions.session_id,
    sessions.seen_utc,
    users.user_id,
    users.role,
    users.email,
    users.email_proven_utc IS NOT NULL AS email_is_proven,
    users.full_name,
    users.theme,
    second_factors.confirmed_utc IS NOT NULL AS has_second_factor,
    staff.staff_id,
    COALESCE(staff.is_desk, FALSE) AS is_desk,
    (
        SELECT MIN(patients.patient_id) FROM patients
        WHERE patients.user_id = users.user_id AND patients.relation = 'self' AND patients.forgotten_utc IS NULL
    ) AS patient_id
FROM settings
LEFT JOIN sessions
    ON sessions.token_hash = %(token_hash)s
    AND sessions.expires_utc > %(now_utc)s
    AND NOT sessions.needs_code
LEFT JOIN users ON users.user_id = sessions.user_id AND users.is_active
LEFT JOIN second_factors ON second_factors.user_id = users.user_id
LEFT JOIN staff ON staff.user_id = users.user_id
LEFT JOIN clinic_texts AS privacy
    ON privacy.kind = 'privacy' AND privacy.body <> ''
   AND privacy.version = (SELECT MAX(latest.version) FROM clinic_texts AS latest WHERE latest.kind = 'privacy')
LEFT JOIN clinic_texts AS imprint
    ON imprint.kind = 'imprint' AND imprint.body <> ''
   AND imprint.version = (SELECT MAX(latest.version) FROM clinic_texts AS latest WHERE latest.kind = 'imprint')
LEFT JOIN clinic_texts AS booking
    ON booking.kind = 'booking' AND booking.body <> ''
   AND booking.version = (SELECT MAX(latest.version) FROM clinic_texts AS latest WHERE latest.kind = 'booking')
LEFT JOIN clinic_texts AS news
    ON news.kind = 'news' AND news.body <> ''
   AND news.version = (SELECT MAX(latest.version) FROM clinic_texts AS latest WHERE latest.kind = 'news')
WHERE settings.settings_id = 1;
