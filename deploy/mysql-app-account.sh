# Run once by the MySQL container on an empty volume: the account of the app, which gets its rights when the tables are
# there, from clinic_owner. (The container itself makes that one, which creates and upgrades them. On a server: db/grants.sql.)
MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -u root <<SQL
CREATE USER 'clinic_app'@'%' IDENTIFIED BY '$MYSQL_APP_PASSWORD';
GRANT ALL ON clinic.* TO 'clinic_owner'@'%' WITH GRANT OPTION;
-- to see who else is connected, before a restore replaces anything
GRANT PROCESS ON *.* TO 'clinic_owner'@'%';
SQL
