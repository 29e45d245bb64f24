-- Nothing was deleted yet.
INSERT INTO last_retention (last_retention_id) VALUES (1);
