-- The clinic mails the owner of an account when its second factor changes, and when a recovery code was used.

ALTER TABLE notifications
    DROP CONSTRAINT mail_kind_is_known,
    ADD CONSTRAINT mail_kind_is_known CHECK (kind IN (
        'booked', 'moved', 'cancelled', 'reminder', 'account_created', 'password_reset', 'password_changed',
        'address_proof', 'registered_again', 'address_change', 'address_changed', 'second_factor_on',
        'second_factor_off', 'recovery_code_used', 'test'
    ));
