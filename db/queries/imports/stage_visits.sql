-- Stage the lines of a file of visits, each with the patient that its reference belongs to. See stage_patients.
--
-- Gives:   a row count
-- Takes:   lines
-- Try:     lines = '[{"line": 9, "request_key": "line 9", "patient_reference": "A-17", "staff_id": 1, "service_id":
--          1, "room_id": 1, "starts_at": "2027-01-15 09:00", "minutes": 20, "pause_minutes": 10, "holds": 1,
--          "status": "booked", "reason": ""}]'
-- Lesson:  at READ COMMITTED an INSERT … SELECT reads without locking. An UPDATE with a join would lock every patient
--          of the file until the last line is judged.

INSERT INTO import_visits (
    line, request_key, patient_reference, patient_id, staff_id, service_id, room_id, day, starts_at, ends_at,
    pause_minutes, holds_until, status, reason
)
SELECT
    found.line,
    found.request_key,
    found.patient_reference,
    patients.patient_id,
    found.staff_id,
    found.service_id,
    found.room_id,
    CAST(found.starts_at AS DATE),
    found.starts_at,
    found.starts_at + INTERVAL found.minutes MINUTE,
    found.pause_minutes,
    IF(found.holds, found.starts_at + INTERVAL (found.minutes + found.pause_minutes) MINUTE, NULL),
    found.status,
    found.reason
FROM JSON_TABLE(%(lines)s, '$[*]' COLUMNS (
    line              INT          PATH '$.line',
    request_key       CHAR(43)     PATH '$.request_key',
    patient_reference VARCHAR(60)  PATH '$.patient_reference',
    staff_id          INT          PATH '$.staff_id',
    service_id        INT          PATH '$.service_id',
    room_id           INT          PATH '$.room_id',
    starts_at         DATETIME     PATH '$.starts_at',
    minutes           INT          PATH '$.minutes',
    pause_minutes     INT          PATH '$.pause_minutes',
    holds             INT          PATH '$.holds',
    status            VARCHAR(9)   PATH '$.status',
    reason            VARCHAR(500) PATH '$.reason'
)) AS found
LEFT JOIN patients ON patients.reference = CONVERT(found.patient_reference USING utf8mb4) COLLATE utf8mb4_bin;
