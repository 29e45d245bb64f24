-- Delete one portion of the staged lines of visits after it was taken in.
--
-- Gives:   a row count
-- Takes:   after_line, until_line
-- Try:     after_line = 0, until_line = 1000

DELETE FROM import_visits
WHERE line > %(after_line)s
  AND line <= %(until_line)s;
