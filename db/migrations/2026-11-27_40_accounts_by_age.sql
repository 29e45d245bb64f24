-- What accounts younger than a day have booked is found by a walk along a key.
ALTER TABLE users
    ADD KEY users_by_age (created_utc);
