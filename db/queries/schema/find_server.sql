-- Find what the server is, what its clock shows (seconds since 1970), and whether a commit is on disk.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    VERSION() AS version,
    UNIX_TIMESTAMP() AS clock,
    @@innodb_flush_log_at_trx_commit AS flush_at_commit;
