-- Old mail is found by a key.
ALTER TABLE notifications ADD KEY mail_by_age (created_utc);
