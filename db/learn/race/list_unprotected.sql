-- Who is booked with this person at this time, in the table without keys?

SELECT
    unprotected_visits.patient,
    unprotected_visits.starts_at
FROM unprotected_visits
WHERE unprotected_visits.staff_id = %(staff_id)s
ORDER BY unprotected_visits.visit_id;
