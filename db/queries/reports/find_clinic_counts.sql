-- Count what the clinic consists of, and what of it wants a look: people without hours ahead, mail that did not arrive.
--
-- Gives:   one row, or none
-- Takes:   today, end_day, since_utc
-- Try:     today = 2026-11-30, end_day = 2026-12-07, since_utc = 2026-11-01 00:00

SELECT
    (SELECT COUNT(*) FROM users WHERE users.role IN ('admin', 'staff') AND users.is_active) AS accounts,
    (SELECT COUNT(*) FROM services WHERE services.is_active) AS services,
    (SELECT COUNT(*) FROM rooms WHERE rooms.is_active) AS rooms,
    (
        SELECT COUNT(*) FROM staff
        JOIN users ON users.user_id = staff.user_id AND users.is_active
        WHERE staff.is_bookable
          AND NOT EXISTS (
            SELECT 1 FROM hours_of_days AS hours
            WHERE hours.staff_id = staff.staff_id
              AND hours.day >= %(today)s AND hours.day < %(end_day)s
          )
    ) AS without_hours,
    (SELECT MIN(closures.day) FROM closures WHERE closures.day >= %(today)s) AS closed_next,
    (
        SELECT COUNT(*) FROM notifications
        WHERE notifications.state = 'failed' AND notifications.created_utc >= %(since_utc)s
    ) AS mail_failed;
