-- Count what is left of an import that was taken back, because somebody changed it meanwhile.
--
-- Gives:   one value
-- Takes:   import_id
-- Try:     import_id = 1

SELECT
    (
        SELECT
            COUNT(*)
        FROM imported_visits
        WHERE imported_visits.import_id = %(import_id)s
    ) + (
        SELECT
            COUNT(*)
        FROM imported_patients
        WHERE imported_patients.import_id = %(import_id)s
          AND imported_patients.is_new
    ) AS left_over;
