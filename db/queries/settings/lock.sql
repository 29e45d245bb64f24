-- Lock the clinic's settings until the end of the transaction, and read them.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    settings.clinic_name,
    settings.address,
    settings.phone,
    settings.email,
    settings.notice_minutes,
    settings.horizon_days,
    settings.cancel_deadline_minutes,
    settings.reminder_lead_minutes,
    settings.visits_ahead_limit,
    settings.account_visits_limit,
    settings.second_factor_for,
    settings.date_style,
    settings.clock_style
FROM settings
WHERE settings.settings_id = 1
FOR UPDATE;
