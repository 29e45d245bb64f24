-- Stage the lines of a file of patients, so that statements can compare them.
--
-- Gives:   a row count
-- Takes:   lines
-- Try:     lines = '[{"line": 9, "reference": "C-1", "full_name": "Cleo Clark", "takes_full_name": 0,
--          "takes_birth_date": 0, "takes_phone": 0, "takes_email": 0}]'
-- Lesson:  a thousand rows travel in one parameter, as JSON, and JSON_TABLE makes a table of them. One INSERT a row
--          would wait for the server a thousand times.

INSERT INTO import_patients (
    line, reference, patient_id, full_name, birth_date, phone, email, takes_full_name, takes_birth_date, takes_phone,
    takes_email
)
SELECT
    found.line,
    found.reference,
    found.patient_id,
    found.full_name,
    found.birth_date,
    found.phone,
    found.email,
    found.takes_full_name,
    found.takes_birth_date,
    found.takes_phone,
    found.takes_email
FROM JSON_TABLE(%(lines)s, '$[*]' COLUMNS (
    line             INT          PATH '$.line',
    reference        VARCHAR(60)  PATH '$.reference',
    patient_id       INT          PATH '$.patient_id',
    full_name        VARCHAR(120) PATH '$.full_name',
    birth_date       DATE         PATH '$.birth_date',
    phone            VARCHAR(30)  PATH '$.phone',
    email            VARCHAR(254) PATH '$.email',
    takes_full_name  INT          PATH '$.takes_full_name',
    takes_birth_date INT          PATH '$.takes_birth_date',
    takes_phone      INT          PATH '$.takes_phone',
    takes_email      INT          PATH '$.takes_email'
)) AS found;
