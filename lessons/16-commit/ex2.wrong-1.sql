-- Every patient with that phone is changed, or all of them: say in WHERE which patient it is.

UPDATE patients
SET phone = '020 7946 0500';
