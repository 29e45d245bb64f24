-- The two accounts of a clinic in production. Run once, as the server's administrator, on an empty server
-- (again is harmless):
--
--     sed -e "s/APP_PASSWORD/…/" -e "s/OWNER_PASSWORD/…/" db/grants.sql | mariadb        (or mysql)
--
-- clinic_app     what the web and mail processes use. It may touch rows only, and in each table only as the program
--                does (db/rights.sql). So a hole in the program is no way to drop anything, to read another database, or
--                to delete the claims that keep a visit's time. `load-schema` and `migrate` give it these rights.
-- clinic_owner   what `load-schema`, `migrate`, `backup` and `restore` use. It owns the triggers, which write `claims`
--                with its rights; views run with the rights of whoever asks.
--
-- Both come in over the server's own socket or from its own machine only ('localhost'). For a database server on
-- another machine put the app's address in place of localhost, and require TLS: ALTER USER … REQUIRE SSL.

CREATE DATABASE IF NOT EXISTS clinic CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE USER IF NOT EXISTS 'clinic_app'@'localhost' IDENTIFIED BY 'APP_PASSWORD';

CREATE USER IF NOT EXISTS 'clinic_owner'@'localhost' IDENTIFIED BY 'OWNER_PASSWORD';
-- with the right to pass on rights in this database: it is who gives clinic_app its own
GRANT ALL ON clinic.* TO 'clinic_owner'@'localhost' WITH GRANT OPTION;
GRANT PROCESS ON *.* TO 'clinic_owner'@'localhost';     -- to see who else is connected, before `restore` replaces anything
