-- The state is right, but the old lease stands there still. Who finds the mail pending would think that somebody has it.

UPDATE notifications
SET state = 'pending'
WHERE state = 'sending'
  AND lease_until_utc <= '2026-11-30 10:00';
