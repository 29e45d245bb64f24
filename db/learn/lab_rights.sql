-- What LAB_ACCOUNT may write besides what the app's own account may (db/rights.sql): the books that the owner of the
-- tables keeps, so that every file of db/queries can be tried. claims stay shut, as they are to the app.

GRANT INSERT, DELETE ON schema_migrations TO LAB_ACCOUNT;
GRANT UPDATE         ON last_backup       TO LAB_ACCOUNT;
