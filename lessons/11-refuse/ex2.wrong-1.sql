-- Every service has a pause of 15 minutes now. An UPDATE without WHERE changes all rows.

UPDATE services
SET pause_minutes = 15;
