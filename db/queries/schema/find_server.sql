-- Ask the server what it is, what its clock shows (seconds since 1970), whether what it commits is on disk, and where.
--
-- Gives:   one row, or none
-- Takes:   nothing

SELECT
    VERSION() AS version,
    UNIX_TIMESTAMP() AS clock,
    @@innodb_flush_log_at_trx_commit AS flush_at_commit,
    @@datadir AS data_folder;
