-- Save how long data is kept.
--
-- Gives:   a row count
-- Takes:   keep_mail_days, keep_audit_days, keep_sign_ins_days, keep_patients_years, keep_unproven_days
-- Try:     keep_mail_days = 90, keep_audit_days = 365, keep_sign_ins_days = 90, keep_patients_years = 10,
--          keep_unproven_days = 30

UPDATE settings
SET keep_mail_days = %(keep_mail_days)s,
    keep_audit_days = %(keep_audit_days)s,
    keep_sign_ins_days = %(keep_sign_ins_days)s,
    keep_patients_years = %(keep_patients_years)s,
    keep_unproven_days = %(keep_unproven_days)s
WHERE settings_id = 1;
