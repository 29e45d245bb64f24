-- What LAB_ACCOUNT may do with each view of the course, and with each table where nobody writes. SHOW VIEW is what the
-- plans of statements on views need.

GRANT SELECT, SHOW VIEW ON THIS_TABLE TO LAB_ACCOUNT;
