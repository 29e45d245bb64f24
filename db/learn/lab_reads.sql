-- What LAB_ACCOUNT may do in a database of the course that nobody writes to. SHOW VIEW is what the plans of
-- statements on views need.

GRANT SELECT, SHOW VIEW ON PLACE.* TO LAB_ACCOUNT;
