-- Patients get the digits of their phone number, their name as it is typed, with plain letters and without signs, and a
-- key on their e-mail address.
ALTER TABLE patients
    ADD COLUMN phone_digits VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (REGEXP_REPLACE(phone, '[^0-9]', '')) STORED COMMENT 'people write the same number in many ways; its digits are compared',
    ADD COLUMN found_by VARCHAR(500) GENERATED ALWAYS AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
            LOWER(CONCAT(
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', ' '),
                ' ',
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', '')
            )),
            'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ħ', 'h'), 'ı', 'i'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    ) STORED COMMENT 'renée o''connor is found by: renée o connor renée oconnor',
    DROP KEY patients_by_phone,
    ADD KEY patients_by_phone (phone_digits),
    ADD KEY patients_by_email (email);
