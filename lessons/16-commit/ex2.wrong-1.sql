-- You save without a look at what the form showed: in a clinic where somebody has changed the phone meanwhile, their number is lost.

UPDATE patients
SET phone = '020 7946 0500'
WHERE patient_id = 1;
