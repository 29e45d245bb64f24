-- Book somebody, where no key refuses anything.

INSERT INTO unprotected_visits (staff_id, starts_at, patient)
VALUES (%(staff_id)s, %(starts_at)s, %(patient)s);
