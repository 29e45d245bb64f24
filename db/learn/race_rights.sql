-- What LAB_ACCOUNT may do with the race lab's own tables.

GRANT SELECT, INSERT, DELETE ON unprotected_visits TO LAB_ACCOUNT;
GRANT SELECT, UPDATE         ON lab_admins         TO LAB_ACCOUNT;
