-- For which row does one connection wait? (MariaDB)

SELECT
    waiting.trx_mysql_thread_id AS waiting,
    blocking.trx_mysql_thread_id AS blocking,
    innodb_locks.lock_table AS table_name,
    innodb_locks.lock_index AS key_name,
    innodb_locks.lock_data AS row_key
FROM information_schema.innodb_lock_waits
JOIN information_schema.innodb_trx AS waiting ON waiting.trx_id = innodb_lock_waits.requesting_trx_id
JOIN information_schema.innodb_trx AS blocking ON blocking.trx_id = innodb_lock_waits.blocking_trx_id
JOIN information_schema.innodb_locks ON innodb_locks.lock_id = innodb_lock_waits.requested_lock_id
WHERE waiting.trx_mysql_thread_id IN (%(left)s, %(right)s);
