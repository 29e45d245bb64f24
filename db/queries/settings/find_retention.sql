-- Load how long data is kept. NULL is for ever.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    settings.keep_mail_days,
    settings.keep_audit_days,
    settings.keep_sign_ins_days,
    settings.keep_patients_years,
    settings.keep_unproven_days
FROM settings
WHERE settings.settings_id = 1;
