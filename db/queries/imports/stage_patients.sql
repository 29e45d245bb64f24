-- Put lines of a file of patients where statements can compare them.
--
-- Gives:   a row count
-- Takes:   lines
-- Lesson:  a thousand rows travel in one parameter, as JSON, and JSON_TABLE makes a table of them. One INSERT for each
--          row would wait for the server a thousand times.

INSERT INTO import_patients (line, reference, full_name, birth_date, phone, email)
SELECT
    found.line,
    found.reference,
    found.full_name,
    found.birth_date,
    found.phone,
    found.email
FROM JSON_TABLE(%(lines)s, '$[*]' COLUMNS (
    line       INT          PATH '$.line',
    reference  VARCHAR(60)  PATH '$.reference',
    full_name  VARCHAR(120) PATH '$.full_name',
    birth_date DATE         PATH '$.birth_date',
    phone      VARCHAR(30)  PATH '$.phone',
    email      VARCHAR(254) PATH '$.email'
)) AS found;
