-- Accounts get the digits of their phone number and their name as it is typed, too.
ALTER TABLE users
    ADD COLUMN phone_digits VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (REGEXP_REPLACE(phone, '[^0-9]', '')) STORED,
    ADD COLUMN found_by VARCHAR(500) GENERATED ALWAYS AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
            LOWER(CONCAT(
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', ' '),
                ' ',
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', '')
            )),
            'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ħ', 'h'), 'ı', 'i'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    ) STORED COMMENT 'the name as people type it: see patients',
    ADD KEY users_by_phone (phone_digits);
