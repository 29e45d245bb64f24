-- Task:    How many mails of each kind were sent (state sent) to patients (audience patient)? Show kind and the number, the highest number first, of equal numbers by kind.
-- On:      learn
-- Order:   mails DESC, kind
-- Hint 1:  Two conditions, then GROUP BY.
-- Hint 2:  ORDER BY mails DESC, kind
-- Why:     WHERE chooses the mails, GROUP BY counts them by kind.

SELECT kind, COUNT(*) AS mails
FROM notifications
WHERE state = 'sent'
  AND audience = 'patient'
GROUP BY kind
ORDER BY mails DESC, kind;
