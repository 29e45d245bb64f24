-- Count the tables (without the mark of a restore), views and triggers of the database.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  the server describes itself in tables, which can be asked like any other.

SELECT
    (
        SELECT COUNT(*) FROM information_schema.tables
        WHERE tables.table_schema = DATABASE() AND tables.table_type = 'BASE TABLE'
          AND tables.table_name <> 'restore_under_way'
    ) AS tables,
    (SELECT COUNT(*) FROM information_schema.views WHERE views.table_schema = DATABASE()) AS views,
    (SELECT COUNT(*) FROM information_schema.triggers WHERE triggers.trigger_schema = DATABASE()) AS triggers;
