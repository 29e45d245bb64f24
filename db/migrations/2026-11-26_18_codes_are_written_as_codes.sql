-- Codes are written as the program writes them: until now 'BÖOKED' was taken for 'booked'. (FIELD still compares
-- so, and ELT gives the code that stands at that place.)
UPDATE settings SET date_style = ELT(FIELD(date_style, 'day_first', 'month_first', 'iso'),
    'day_first', 'month_first', 'iso')
WHERE CAST(date_style AS BINARY) NOT IN ('day_first', 'month_first', 'iso');
UPDATE users SET role = ELT(FIELD(role, 'admin', 'staff', 'patient'),
    'admin', 'staff', 'patient')
WHERE CAST(role AS BINARY) NOT IN ('admin', 'staff', 'patient');
UPDATE users SET theme = ELT(FIELD(theme, 'light', 'dark'),
    'light', 'dark')
WHERE CAST(theme AS BINARY) NOT IN ('light', 'dark');
UPDATE password_resets SET purpose = ELT(FIELD(purpose, 'reset', 'invite'),
    'reset', 'invite')
WHERE CAST(purpose AS BINARY) NOT IN ('reset', 'invite');
UPDATE patients SET relation = ELT(FIELD(relation, 'self', 'child', 'relative'),
    'self', 'child', 'relative')
WHERE CAST(relation AS BINARY) NOT IN ('self', 'child', 'relative');
UPDATE appointments SET status = ELT(FIELD(status, 'booked', 'arrived', 'completed', 'no_show', 'cancelled'),
    'booked', 'arrived', 'completed', 'no_show', 'cancelled')
WHERE CAST(status AS BINARY) NOT IN ('booked', 'arrived', 'completed', 'no_show', 'cancelled');
UPDATE appointment_history SET action = ELT(FIELD(action, 'booked', 'status', 'moved', 'reassigned'),
    'booked', 'status', 'moved', 'reassigned')
WHERE CAST(action AS BINARY) NOT IN ('booked', 'status', 'moved', 'reassigned');
UPDATE appointment_history SET from_status = ELT(FIELD(from_status, 'booked', 'arrived', 'completed',
    'no_show', 'cancelled'),
    'booked', 'arrived', 'completed', 'no_show', 'cancelled')
WHERE CAST(from_status AS BINARY) NOT IN ('booked', 'arrived', 'completed', 'no_show', 'cancelled');
UPDATE appointment_history SET to_status = ELT(FIELD(to_status, 'booked', 'arrived', 'completed', 'no_show',
    'cancelled'),
    'booked', 'arrived', 'completed', 'no_show', 'cancelled')
WHERE CAST(to_status AS BINARY) NOT IN ('booked', 'arrived', 'completed', 'no_show', 'cancelled');
UPDATE notifications SET kind = ELT(FIELD(kind, 'booked', 'moved', 'cancelled', 'reminder', 'account_created',
    'password_reset', 'password_changed', 'address_changed', 'test'),
    'booked', 'moved', 'cancelled', 'reminder', 'account_created', 'password_reset', 'password_changed',
    'address_changed', 'test')
WHERE CAST(kind AS BINARY) NOT IN ('booked', 'moved', 'cancelled', 'reminder', 'account_created',
    'password_reset', 'password_changed', 'address_changed', 'test');
UPDATE notifications SET audience = ELT(FIELD(audience, 'patient', 'staff', 'former', 'account'),
    'patient', 'staff', 'former', 'account')
WHERE CAST(audience AS BINARY) NOT IN ('patient', 'staff', 'former', 'account');
UPDATE notifications SET state = ELT(FIELD(state, 'pending', 'sending', 'sent', 'failed', 'expired',
    'cancelled'),
    'pending', 'sending', 'sent', 'failed', 'expired', 'cancelled')
WHERE CAST(state AS BINARY) NOT IN ('pending', 'sending', 'sent', 'failed', 'expired', 'cancelled');
