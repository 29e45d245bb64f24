-- Give what was noted on one patient's record to another, for two records of the same person. Who looked at both on the
-- same day is noted once: the second row stays behind.
--
-- Gives:   a row count
-- Takes:   kept_id, gone_id
-- Try:     kept_id = 3, gone_id = 1

UPDATE record_views
LEFT JOIN record_views AS kept
    ON kept.patient_id = %(kept_id)s
   AND kept.day = record_views.day
   AND kept.user_id = record_views.user_id
SET record_views.patient_id = %(kept_id)s
WHERE record_views.patient_id = %(gone_id)s
  AND kept.record_view_id IS NULL;
