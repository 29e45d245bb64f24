-- What LAB_ACCOUNT may do in a database of the course that nobody writes to.

GRANT SELECT ON PLACE.* TO LAB_ACCOUNT;
