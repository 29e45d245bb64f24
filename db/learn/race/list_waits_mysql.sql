-- For which row does one connection wait? (MySQL; nothing where performance_schema is off)

SELECT
    waiting.processlist_id AS waiting,
    blocking.processlist_id AS blocking,
    data_locks.object_name AS table_name,
    data_locks.index_name AS key_name,
    data_locks.lock_data AS row_key
FROM performance_schema.data_lock_waits
JOIN performance_schema.threads AS waiting ON waiting.thread_id = data_lock_waits.requesting_thread_id
JOIN performance_schema.threads AS blocking ON blocking.thread_id = data_lock_waits.blocking_thread_id
JOIN performance_schema.data_locks ON data_locks.engine_lock_id = data_lock_waits.requesting_engine_lock_id
WHERE waiting.processlist_id IN (%(left)s, %(right)s);
