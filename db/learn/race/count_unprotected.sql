-- Count who is booked with this person at this time.

SELECT COUNT(*) AS booked
FROM unprotected_visits
WHERE unprotected_visits.staff_id = %(staff_id)s
  AND unprotected_visits.starts_at = %(starts_at)s;
