-- Task:    Move the visit 561 to 16:00 on the same day, 30 November 2026, until 16:20, with the same person and room. Its claims follow by themselves.
-- Writes:  appointments, claims
-- Hint 1:  UPDATE appointments SET … WHERE …
-- Hint 2:  Two columns change: starts_at and ends_at.
-- Why:     The triggers release the old steps and claim the new ones, in the same statement: nobody else can come between.

UPDATE appointments
SET starts_at = '2026-11-30 16:00',
    ends_at = '2026-11-30 16:20'
WHERE appointment_id = 561;
