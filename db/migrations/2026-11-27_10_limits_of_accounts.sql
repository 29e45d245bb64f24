-- How many visits an account may have ahead, and who has to sign in with a second factor, are settings.
ALTER TABLE settings
    ADD COLUMN account_visits_limit SMALLINT NOT NULL DEFAULT 10
        COMMENT 'visits all patients of one account may have ahead' AFTER visits_ahead_limit,
    ADD COLUMN second_factor_for VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'nobody'
        COMMENT 'who has to sign in with a code besides the password' AFTER account_visits_limit,
    ADD CONSTRAINT account_visits_limit_is_1_to_99 CHECK (account_visits_limit BETWEEN 1 AND 99),
    ADD CONSTRAINT second_factor_for_is_known CHECK (second_factor_for IN ('nobody', 'admins', 'clinic'));
