-- Write down that a turn is done, and how much it deleted.
--
-- Gives:   a row count
-- Takes:   now_utc, mail, audit, sign_ins, patients, unproven

UPDATE last_retention
SET finished_utc = %(now_utc)s,
    mail = %(mail)s,
    audit = %(audit)s,
    sign_ins = %(sign_ins)s,
    patients = %(patients)s,
    unproven = %(unproven)s
WHERE last_retention_id = 1;
