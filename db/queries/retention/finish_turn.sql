-- Write down that a turn is done, and how much it deleted.
--
-- Gives:   a row count
-- Takes:   now_utc, mail, audit, sign_ins, patients, unproven
-- Try:     now_utc = 2026-11-30 10:00, mail = 1, audit = 1, sign_ins = 1, patients = 1, unproven = 1

UPDATE last_retention
SET finished_utc = %(now_utc)s,
    mail = %(mail)s,
    audit = %(audit)s,
    sign_ins = %(sign_ins)s,
    patients = %(patients)s,
    unproven = %(unproven)s
WHERE last_retention_id = 1;
