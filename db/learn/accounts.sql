-- The two accounts of the course (CLINIC_LEARN). The program carries this out when the course is first opened, with
-- names and passwords of its own in place of the words in capitals.
--
-- LEARNER_ACCOUNT   runs what somebody typed. It may read, and nothing else: db/learn/learner_rights.sql.
-- LAB_ACCOUNT       runs the files of db/queries, in the databases of the course alone. PROCESS shows it who waits for
--                   whom in the race lab.
--
-- Neither has any right in the clinic's own database. An account may hold only so many connections, so that whoever
-- plays cannot take those that the clinic needs.

CREATE USER IF NOT EXISTS LEARNER_ACCOUNT IDENTIFIED BY 'LEARNER_PASSWORD';
ALTER USER LEARNER_ACCOUNT IDENTIFIED BY 'LEARNER_PASSWORD' WITH MAX_USER_CONNECTIONS 4 MAX_QUERIES_PER_HOUR 20000;

CREATE USER IF NOT EXISTS LAB_ACCOUNT IDENTIFIED BY 'LAB_PASSWORD';
ALTER USER LAB_ACCOUNT IDENTIFIED BY 'LAB_PASSWORD' WITH MAX_USER_CONNECTIONS 30;
GRANT PROCESS ON *.* TO LAB_ACCOUNT;
