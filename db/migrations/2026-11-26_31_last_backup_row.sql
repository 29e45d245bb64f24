-- The one row for it.
INSERT INTO last_backup (last_backup_id) VALUES (1);
