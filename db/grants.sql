-- The two accounts of a clinic in production. Run once, as the server's administrator, on an empty server:
--
--     sed -e "s/APP_PASSWORD/…/" -e "s/OWNER_PASSWORD/…/" db/grants.sql | mariadb        (or mysql)
--
-- clinic_app     what the web and mail processes use: rows only, not one table. A hole in the program is then no way to
--                drop anything, and no way to read another database.
-- clinic_owner   what `load-schema`, `migrate`, `backup` and `restore` use. It owns the triggers, which write `claims`
--                with its rights; the view free_starts runs with the rights of whoever asks.
--
-- Both come in over the server's own socket or from its own machine only ('localhost'). For a database server on
-- another machine put the app's address in place of localhost, and require TLS: ALTER USER … REQUIRE SSL.

CREATE DATABASE IF NOT EXISTS clinic CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE USER IF NOT EXISTS 'clinic_app'@'localhost' IDENTIFIED BY 'APP_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE ON clinic.* TO 'clinic_app'@'localhost';

CREATE USER IF NOT EXISTS 'clinic_owner'@'localhost' IDENTIFIED BY 'OWNER_PASSWORD';
GRANT ALL ON clinic.* TO 'clinic_owner'@'localhost';
GRANT PROCESS ON *.* TO 'clinic_owner'@'localhost';     -- to see who else is connected, before `restore` replaces anything
