# Run once by the MySQL container on an empty volume: the account of the app, without the right to change tables.
# (The container itself makes clinic_owner, which creates and upgrades them. On a server: db/grants.sql.)
MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -u root <<SQL
CREATE USER 'clinic_app'@'%' IDENTIFIED BY '$MYSQL_APP_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE ON clinic.* TO 'clinic_app'@'%';
-- to see who else is connected, before a restore replaces anything
GRANT PROCESS ON *.* TO 'clinic_owner'@'%';
SQL
