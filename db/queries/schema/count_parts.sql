-- Count what the database is made of: tables (but a restore's mark), views and triggers.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Lesson:  the server describes itself in tables that can be asked like any other.

SELECT
    (
        SELECT COUNT(*) FROM information_schema.tables
        WHERE tables.table_schema = DATABASE() AND tables.table_type = 'BASE TABLE'
          AND tables.table_name <> 'restore_under_way'
    ) AS tables,
    (SELECT COUNT(*) FROM information_schema.views WHERE views.table_schema = DATABASE()) AS views,
    (SELECT COUNT(*) FROM information_schema.triggers WHERE triggers.trigger_schema = DATABASE()) AS triggers;
