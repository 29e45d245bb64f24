-- What somebody who types SQL in the course may read, table by table: the program carries this out in each of the course's
-- databases that may be asked. Whatever can open an account stays shut, though it is only the demo clinic's: hashes of
-- passwords, one-time links, sessions, codes. A table that is not here cannot be read at all.

GRANT SELECT ON settings            TO LEARNER_ACCOUNT;
GRANT SELECT ON calendar            TO LEARNER_ACCOUNT;
GRANT SELECT ON clock_gaps          TO LEARNER_ACCOUNT;
GRANT SELECT ON closures            TO LEARNER_ACCOUNT;
GRANT SELECT ON spans               TO LEARNER_ACCOUNT;
GRANT SELECT (
    user_id, email, email_proven_utc, proven_email, role, full_name, phone, theme, is_active, created_utc,
    signed_in_utc, phone_digits, found_by
) ON users TO LEARNER_ACCOUNT;
GRANT SELECT ON rooms               TO LEARNER_ACCOUNT;
GRANT SELECT ON services            TO LEARNER_ACCOUNT;
GRANT SELECT ON room_services       TO LEARNER_ACCOUNT;
GRANT SELECT ON staff               TO LEARNER_ACCOUNT;
GRANT SELECT ON staff_services      TO LEARNER_ACCOUNT;
GRANT SELECT ON working_hours       TO LEARNER_ACCOUNT;
GRANT SELECT ON breaks              TO LEARNER_ACCOUNT;
GRANT SELECT ON time_off            TO LEARNER_ACCOUNT;
GRANT SELECT ON patients            TO LEARNER_ACCOUNT;
GRANT SELECT ON patient_words       TO LEARNER_ACCOUNT;
GRANT SELECT ON record_views        TO LEARNER_ACCOUNT;
GRANT SELECT ON patients_apart      TO LEARNER_ACCOUNT;
GRANT SELECT ON records_declined    TO LEARNER_ACCOUNT;
GRANT SELECT ON statuses            TO LEARNER_ACCOUNT;
GRANT SELECT ON status_transitions  TO LEARNER_ACCOUNT;
GRANT SELECT ON appointments        TO LEARNER_ACCOUNT;
GRANT SELECT ON appointment_history TO LEARNER_ACCOUNT;
GRANT SELECT ON calls               TO LEARNER_ACCOUNT;
GRANT SELECT ON claims              TO LEARNER_ACCOUNT;
GRANT SELECT (
    notification_id, dedupe_key, kind, audience, appointment_id, version, was_at, user_id, recipient, state,
    tries, next_try_utc, lease_until_utc, expires_utc, last_code, last_answer, doubt, unanswered, message_id,
    created_utc, sent_utc, can_wait
) ON notifications TO LEARNER_ACCOUNT;
GRANT SELECT ON mail_queue          TO LEARNER_ACCOUNT;
GRANT SELECT ON imports             TO LEARNER_ACCOUNT;
GRANT SELECT ON imported_patients   TO LEARNER_ACCOUNT;
GRANT SELECT ON imported_visits     TO LEARNER_ACCOUNT;
GRANT SELECT ON import_patients     TO LEARNER_ACCOUNT;
GRANT SELECT ON import_visits       TO LEARNER_ACCOUNT;
GRANT SELECT ON clinic_texts        TO LEARNER_ACCOUNT;
GRANT SELECT ON agreements          TO LEARNER_ACCOUNT;
GRANT SELECT ON audit_log           TO LEARNER_ACCOUNT;
GRANT SELECT ON last_backup         TO LEARNER_ACCOUNT;
GRANT SELECT ON last_retention      TO LEARNER_ACCOUNT;
GRANT SELECT ON schema_migrations   TO LEARNER_ACCOUNT;

-- Views run with the rights of whoever asks, so they show no more than the tables. SHOW VIEW is what their plans need.
GRANT SELECT, SHOW VIEW ON whose_visits        TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON needed_calls        TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON who_treats          TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON rules_of_services   TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON hours_of_days       TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON starts_in_hours     TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON offered_starts      TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON starts_for_moves    TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON free_starts         TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON unfitting_visits    TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON last_heard_of       TO LEARNER_ACCOUNT;
GRANT SELECT, SHOW VIEW ON idle_registrations  TO LEARNER_ACCOUNT;
