-- What the app's own account may do, table by table. `load-schema` and `migrate` carry this out at their end, with the
-- owner's account, for the account that DB_APP_ACCOUNT names; `check` compares. A locking read (FOR UPDATE) needs the
-- right to UPDATE or DELETE.
--
-- Nothing may be written to what the database keeps by itself: claims and patient_words belong to the triggers, which
-- run with the rights of the owner; spans, statuses and status_transitions are part of the schema; schema_migrations
-- and last_backup are the owner's books.

GRANT SELECT                         ON claims              TO APP_ACCOUNT;
GRANT SELECT                         ON spans               TO APP_ACCOUNT;
GRANT SELECT                         ON patient_words       TO APP_ACCOUNT;
GRANT SELECT                         ON statuses            TO APP_ACCOUNT;
GRANT SELECT                         ON status_transitions  TO APP_ACCOUNT;
GRANT SELECT                         ON schema_migrations   TO APP_ACCOUNT;
GRANT SELECT                         ON last_backup         TO APP_ACCOUNT;
GRANT SELECT                         ON whose_visits        TO APP_ACCOUNT;
GRANT SELECT                         ON needed_calls        TO APP_ACCOUNT;
GRANT SELECT                         ON who_treats          TO APP_ACCOUNT;
GRANT SELECT                         ON rules_of_services   TO APP_ACCOUNT;
GRANT SELECT                         ON hours_of_days       TO APP_ACCOUNT;
GRANT SELECT                         ON starts_in_hours     TO APP_ACCOUNT;
GRANT SELECT                         ON offered_starts      TO APP_ACCOUNT;
GRANT SELECT                         ON starts_for_moves    TO APP_ACCOUNT;
GRANT SELECT                         ON free_starts         TO APP_ACCOUNT;
GRANT SELECT                         ON starts_for_moves    TO APP_ACCOUNT;
GRANT SELECT                         ON unfitting_visits    TO APP_ACCOUNT;
GRANT SELECT                         ON last_heard_of       TO APP_ACCOUNT;
GRANT SELECT                         ON idle_registrations  TO APP_ACCOUNT;

-- days are locked, not written; the gaps follow CLINIC_TIMEZONE
GRANT SELECT, UPDATE (weekday)       ON calendar            TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON clock_gaps          TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON closures            TO APP_ACCOUNT;
GRANT SELECT, UPDATE                 ON settings            TO APP_ACCOUNT;
GRANT SELECT, UPDATE                 ON mail_queue          TO APP_ACCOUNT;

GRANT SELECT, INSERT, UPDATE, DELETE ON users               TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions            TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors      TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_codes      TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts    TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON password_resets     TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON address_links       TO APP_ACCOUNT;

GRANT SELECT, INSERT, UPDATE         ON rooms               TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE         ON services            TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON room_services       TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff               TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_services      TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON working_hours       TO APP_ACCOUNT;
GRANT SELECT, INSERT                 ON breaks              TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON time_off            TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON patients            TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON patients_apart      TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON records_declined    TO APP_ACCOUNT;

-- a visit is cancelled, never deleted, but for an import that is taken back; what happened to it is only added to, and its words are forgotten
GRANT SELECT, INSERT, UPDATE, DELETE ON appointments        TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE         ON appointment_history TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE         ON calls               TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON notifications       TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON links_mailed        TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_patients     TO APP_ACCOUNT;
GRANT SELECT, INSERT, DELETE         ON import_visits       TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE         ON imports             TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON imported_patients   TO APP_ACCOUNT;
GRANT SELECT, INSERT                 ON imported_visits     TO APP_ACCOUNT;

-- a text of the clinic is never changed: a change is a new version
GRANT SELECT, INSERT                 ON clinic_texts        TO APP_ACCOUNT;
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements          TO APP_ACCOUNT;

-- What the audit says is never changed; forgetting a person empties details and address, and two records that become
-- one keep what was done to either (subject_id). The worker deletes what is older than the clinic keeps it
-- (settings.keep_audit_days). Whoever holds this account's password could delete more: where the audit must outlive
-- that, send the program's log elsewhere, or copy the audit to where this account cannot write.
GRANT SELECT, INSERT, UPDATE (details, address, subject_id), DELETE ON audit_log TO APP_ACCOUNT;
GRANT SELECT, UPDATE                 ON last_retention      TO APP_ACCOUNT;

-- Who looked is kept as long as the audit. A record that turns out to be another patient's moves there.
GRANT SELECT, INSERT, UPDATE (patient_id), DELETE ON record_views TO APP_ACCOUNT;
