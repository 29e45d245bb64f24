-- All patients of the account have that number now: say which patient it is.

UPDATE patients
SET phone = '020 7946 0500'
WHERE user_id = 11;
