-- What the transactions of two connections do: is one waiting, and how many rows has each locked?

SELECT
    innodb_trx.trx_mysql_thread_id AS connection,
    innodb_trx.trx_state AS state,
    innodb_trx.trx_rows_locked AS locked
FROM information_schema.innodb_trx
WHERE innodb_trx.trx_mysql_thread_id IN (%(left)s, %(right)s);
