-- Take one portion of the lines of a file of patients away: they have been taken in.
--
-- Gives:   a row count
-- Takes:   after_line, until_line

DELETE FROM import_patients
WHERE line > %(after_line)s
  AND line <= %(until_line)s;
