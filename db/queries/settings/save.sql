-- Save the clinic's settings.
--
-- Gives:   a row count
-- Takes:   clinic_name, address, phone, email, notice_minutes, horizon_days, cancel_deadline_minutes,
--          reminder_lead_minutes, visits_ahead_limit, account_visits_limit, second_factor_for, date_style,
--          clock_style
-- Try:     clinic_name = 'Riverside Clinic', address = '14 Mill Lane', phone = '+44 20 7946 0100',
--          email = 'desk@example.com', notice_minutes = 60, horizon_days = 60, cancel_deadline_minutes = 60,
--          reminder_lead_minutes = 1440, visits_ahead_limit = 5, account_visits_limit = 10,
--          second_factor_for = 'nobody', date_style = 'day_first', clock_style = '24'

UPDATE settings
SET clinic_name = %(clinic_name)s,
    address = %(address)s,
    phone = %(phone)s,
    email = %(email)s,
    notice_minutes = %(notice_minutes)s,
    horizon_days = %(horizon_days)s,
    cancel_deadline_minutes = %(cancel_deadline_minutes)s,
    reminder_lead_minutes = %(reminder_lead_minutes)s,
    visits_ahead_limit = %(visits_ahead_limit)s,
    account_visits_limit = %(account_visits_limit)s,
    second_factor_for = %(second_factor_for)s,
    date_style = %(date_style)s,
    clock_style = %(clock_style)s
WHERE settings_id = 1;
