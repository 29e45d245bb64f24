-- You changed every patient. Say in WHERE which one it is, and what their phone was.

UPDATE patients
SET phone = '020 7946 0500';
