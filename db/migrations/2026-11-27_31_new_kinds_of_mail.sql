-- Mail about addresses: to prove one, to tell its owner that they have an account, and to prove a new one. And mail about
-- the second factor of an account.
ALTER TABLE notifications
    DROP CONSTRAINT mail_kind_is_known,
    DROP CONSTRAINT mail_with_a_link_runs_out,
    ADD CONSTRAINT mail_kind_is_known CHECK (kind IN (
        'booked', 'moved', 'cancelled', 'reminder', 'account_created', 'password_reset', 'password_changed',
        'address_proof', 'registered_again', 'address_change', 'address_changed', 'second_factor_on',
        'second_factor_off', 'recovery_code_used', 'test'
    )),
    ADD CONSTRAINT mail_with_a_link_runs_out CHECK (
        expires_utc IS NOT NULL OR kind NOT IN (
            'account_created', 'password_reset', 'address_proof', 'registered_again', 'address_change'
        )
    );
