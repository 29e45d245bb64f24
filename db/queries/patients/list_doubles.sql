-- Show pairs of records that are likely one patient's: the same birth date and a word of the name in common, or the
-- same phone number or e-mail address and the same first word. Pairs that somebody has told apart are left out.
--
-- Gives:   many rows, by name
-- Takes:   limit
-- Try:     limit = 10
-- Lesson:  to compare each of 100,000 patients with each other would be five thousand million comparisons. GROUP BY
--          walks a key once, and HAVING keeps what is there twice; only that is looked up. The ORDER BY … LIMIT beside
--          it keeps MariaDB from grouping anew for each row that is joined, which took forty times as long.
--          Two patients of one account are not asked about: whoever added both knows them, and twins share a birthday.
--          Two whose accounts have no confirmed address are left out too: in an hour a stranger could register so many
--          of one name and birth date that nobody would see the real doubles behind their pairs.

SELECT
    pairs.patient_id,
    one.full_name,
    one.birth_date,
    COALESCE(one.phone, one_holders.phone) AS phone,
    COALESCE(one_holders.email, one.email) AS email,
    one_holders.email IS NULL OR one_holders.email_proven_utc IS NOT NULL AS is_known,
    pairs.other_id,
    other.full_name AS other_full_name,
    other.birth_date AS other_birth_date,
    COALESCE(other.phone, other_holders.phone) AS other_phone,
    COALESCE(other_holders.email, other.email) AS other_email,
    other_holders.email IS NULL OR other_holders.email_proven_utc IS NOT NULL AS other_is_known
FROM (
    (
        SELECT DISTINCT low.patient_id, high.patient_id AS other_id
        FROM (
            SELECT birth_date, word FROM patient_words WHERE birth_date IS NOT NULL AND CHAR_LENGTH(word) > 1
            GROUP BY birth_date, word HAVING COUNT(*) > 1 ORDER BY birth_date, word LIMIT 10000
        ) AS shared
        STRAIGHT_JOIN patient_words AS word FORCE INDEX (patient_words_by_birth_date)
            ON word.birth_date = shared.birth_date AND word.word = shared.word
        STRAIGHT_JOIN patient_words AS same FORCE INDEX (patient_words_by_birth_date)
            ON same.birth_date = word.birth_date AND same.word = word.word AND same.patient_id > word.patient_id
        STRAIGHT_JOIN patients AS low ON low.patient_id = word.patient_id
        STRAIGHT_JOIN patients AS high ON high.patient_id = same.patient_id
        LEFT JOIN users AS low_holders ON low_holders.user_id = low.user_id
        LEFT JOIN users AS high_holders ON high_holders.user_id = high.user_id
        LEFT JOIN patients_apart AS apart ON apart.patient_id = low.patient_id AND apart.other_id = high.patient_id
        WHERE apart.patient_id IS NULL
          AND NOT COALESCE(low.user_id = high.user_id, FALSE)
          AND (low.user_id IS NULL OR high.user_id IS NULL
               OR low_holders.proven_email IS NOT NULL OR high_holders.proven_email IS NOT NULL)
        LIMIT %(limit)s
    )
    UNION
    (
        SELECT low.patient_id, high.patient_id AS other_id
        FROM (
            SELECT phone_digits FROM patients WHERE phone_digits > ''
            GROUP BY phone_digits HAVING COUNT(*) > 1 ORDER BY phone_digits LIMIT 10000
        ) AS shared
        STRAIGHT_JOIN patients AS low FORCE INDEX (patients_by_phone) ON low.phone_digits = shared.phone_digits
        STRAIGHT_JOIN patients AS high FORCE INDEX (patients_by_phone)
            ON high.phone_digits = shared.phone_digits AND high.patient_id > low.patient_id
           AND SUBSTRING_INDEX(high.found_by, ' ', 1) = SUBSTRING_INDEX(low.found_by, ' ', 1)
        LEFT JOIN users AS low_holders ON low_holders.user_id = low.user_id
        LEFT JOIN users AS high_holders ON high_holders.user_id = high.user_id
        LEFT JOIN patients_apart AS apart ON apart.patient_id = low.patient_id AND apart.other_id = high.patient_id
        WHERE apart.patient_id IS NULL
          AND NOT COALESCE(low.user_id = high.user_id, FALSE)
          AND (low.user_id IS NULL OR high.user_id IS NULL
               OR low_holders.proven_email IS NOT NULL OR high_holders.proven_email IS NOT NULL)
        LIMIT %(limit)s
    )
    UNION
    (
        SELECT low.patient_id, high.patient_id AS other_id
        FROM (
            SELECT email FROM patients WHERE email > ''
            GROUP BY email HAVING COUNT(*) > 1 ORDER BY email LIMIT 10000
        ) AS shared
        STRAIGHT_JOIN patients AS low FORCE INDEX (patients_by_email) ON low.email = shared.email
        STRAIGHT_JOIN patients AS high FORCE INDEX (patients_by_email)
            ON high.email = shared.email AND high.patient_id > low.patient_id
           AND SUBSTRING_INDEX(high.found_by, ' ', 1) = SUBSTRING_INDEX(low.found_by, ' ', 1)
        LEFT JOIN patients_apart AS apart ON apart.patient_id = low.patient_id AND apart.other_id = high.patient_id
        WHERE apart.patient_id IS NULL
        LIMIT %(limit)s
    )
    UNION
    (
        SELECT
            LEAST(alone.patient_id, holder.patient_id) AS patient_id,
            GREATEST(alone.patient_id, holder.patient_id) AS other_id
        FROM patients AS address FORCE INDEX (patients_by_email)
        STRAIGHT_JOIN users ON users.proven_email = address.email
        STRAIGHT_JOIN patients AS alone ON alone.patient_id = address.patient_id AND alone.user_id IS NULL
        STRAIGHT_JOIN patients AS holder
            ON holder.user_id = users.user_id AND holder.relation = 'self'
           AND SUBSTRING_INDEX(holder.found_by, ' ', 1) = SUBSTRING_INDEX(alone.found_by, ' ', 1)
        LEFT JOIN patients_apart AS apart
            ON apart.patient_id = LEAST(alone.patient_id, holder.patient_id)
           AND apart.other_id = GREATEST(alone.patient_id, holder.patient_id)
        WHERE address.email > ''
          AND apart.patient_id IS NULL
        LIMIT %(limit)s
    )
) AS pairs
JOIN patients AS one ON one.patient_id = pairs.patient_id
JOIN patients AS other ON other.patient_id = pairs.other_id
LEFT JOIN users AS one_holders ON one_holders.user_id = one.user_id
LEFT JOIN users AS other_holders ON other_holders.user_id = other.user_id
ORDER BY one.full_name, pairs.patient_id, pairs.other_id
LIMIT %(limit)s;
