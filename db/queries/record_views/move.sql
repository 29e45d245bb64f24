-- Give what was noted on one patient's record to another, for two records of the same person.
--
-- Gives:   a row count
-- Takes:   kept_id, gone_id

-- IGNORE: who looked at both on the same day is noted there already, and that row stays behind
UPDATE IGNORE record_views
SET patient_id = %(kept_id)s
WHERE patient_id = %(gone_id)s;
