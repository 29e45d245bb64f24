-- How long data is kept is one of the settings. All is kept for ever, but for sign-ins that were tried.
ALTER TABLE settings
    ADD COLUMN keep_mail_days SMALLINT NULL
        COMMENT 'mail that is settled is deleted after so long; NULL, here and below: never' AFTER clock_style,
    ADD COLUMN keep_audit_days SMALLINT NULL AFTER keep_mail_days,
    ADD COLUMN keep_sign_ins_days SMALLINT NULL DEFAULT 30 COMMENT 'sign-ins that were tried' AFTER keep_audit_days,
    ADD COLUMN keep_patients_years SMALLINT NULL
        COMMENT 'since the last visit; then the patient is forgotten' AFTER keep_sign_ins_days,
    ADD COLUMN keep_unproven_days SMALLINT NULL
        COMMENT 'registrations whose address was never proven' AFTER keep_patients_years,
    ADD CONSTRAINT keep_mail_is_7_days_or_more CHECK (keep_mail_days >= 7),
    ADD CONSTRAINT keep_audit_is_30_days_or_more CHECK (keep_audit_days >= 30),
    ADD CONSTRAINT keep_sign_ins_is_2_days_or_more CHECK (keep_sign_ins_days >= 2),
    ADD CONSTRAINT keep_patients_is_1_year_or_more CHECK (keep_patients_years >= 1),
    ADD CONSTRAINT keep_unproven_is_7_days_or_more CHECK (keep_unproven_days >= 7);
