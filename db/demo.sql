-- A small believable clinic around one moment, @now. Read schema.sql first: it says what every table is for.
--
--   1  who signs in          2  rooms and services     3  who works and when      4  who comes
--   5  visits                6  what became of them    7  mail                    8  what was said and done
--
-- The loader sets three session variables before it runs this file, in one transaction:
--
--   @now                   the present on the clinic's wall clock. All times are counted from its day, so the clinic
--                          never gets old, and nothing is done in the future
--   @now_utc               the same moment in UTC
--   @demo_password_hash    bcrypt hash of the password that every account here has
--
-- Nothing asks the clock or rolls dice: the same moment gives the same clinic, on MySQL and on MariaDB. People, places
-- and hours are written down; the visits, about 600, are worked out from the hours in one statement (part 5).
--
-- Columns that end in _utc hold a wall clock's time less @ahead, what the clinic's clock is ahead of UTC now. SQL knows
-- no more without time zone tables: what was done before clocks last changed for summer or winter is shown an hour off.
SET @ahead = TIMESTAMPDIFF(MINUTE, @now_utc, @now);
SET @today = DATE(@now);
SET @midnight_utc = @today - INTERVAL @ahead MINUTE;

-- Weekly plans change on Mondays, so this one is handy.
SET @monday = @today - INTERVAL WEEKDAY(@today) DAY;

-- Patients come ten minutes early.
SET @early = 10;

UPDATE settings
SET address = '14 Mill Lane, Riverside',
    phone   = '+44 20 7946 0100',
    email   = 'desk@example.com',
    keep_patients_years = 10,
    keep_unproven_days  = 30;


-- 1  Who signs in -----------------------------------------------------------------------------------------------

INSERT INTO users (user_id, role, email, phone, created_utc, full_name) VALUES
    (1,  'admin', 'admin@example.com',     '+44 7700 900101', @today - INTERVAL 700 DAY, 'Helen Brooks'),
    (2,  'staff', 'staff@example.com',     '+44 7700 900102', @today - INTERVAL 690 DAY, 'Dr Amara Okafor'),
    (3,  'staff', 'lindqvist@example.com', '+44 7700 900103', @today - INTERVAL 690 DAY, 'Dr Jonas Lindqvist'),
    (4,  'staff', 'marin@example.com',     '+44 7700 900104', @today - INTERVAL 650 DAY, 'Dr Sofía Marín'),
    (5,  'staff', 'novak@example.com',     '+44 7700 900105', @today - INTERVAL 610 DAY, 'Dr Lenka Nováková'),
    (6,  'staff', 'tanaka@example.com',    '+44 7700 900106', @today - INTERVAL 420 DAY, 'Dr Kenji Tanaka'),
    (7,  'staff', 'kowalczyk@example.com', '+44 7700 900107', @today - INTERVAL 400 DAY, 'Małgorzata Kowalczyk'),
    (8,  'staff', 'obriain@example.com',   '+44 7700 900108', @today - INTERVAL 230 DAY, 'Tomás Ó Briain'),
    (9,  'staff', 'raman@example.com',     '+44 7700 900109', @today - INTERVAL 180 DAY, 'Priya Raman'),
    (10, 'staff', 'desk@example.com',      '+44 7700 900110', @today - INTERVAL 690 DAY, 'Grace Thompson');

-- Patients with an account.
INSERT INTO users (user_id, role, email, phone, created_utc, full_name) VALUES
    (11, 'patient', 'patient@example.com',  '+44 7700 900211', @today - INTERVAL 321 DAY, 'Ana Lúcia Ferreira'),
    (12, 'patient', 'eleni@example.com',    '+44 7700 900212', @today - INTERVAL 305 DAY, 'Ελένη Παπαδοπούλου'),
    (13, 'patient', 'natalia@example.com',  '+44 7700 900213', @today - INTERVAL 292 DAY, 'Наталія Шевченко'),
    (14, 'patient', 'fatima@example.com',   '+44 7700 900214', @today - INTERVAL 280 DAY, 'فاطمة الزهراء حداد'),
    (15, 'patient', 'noa@example.com',      '+44 7700 900215', @today - INTERVAL 266 DAY, 'נועה לוי'),
    (16, 'patient', 'anita@example.com',    '+44 7700 900216', @today - INTERVAL 251 DAY, 'अनिता शर्मा'),
    (17, 'patient', 'xiaoming@example.com', '+44 7700 900217', @today - INTERVAL 240 DAY, '王小明'),
    (18, 'patient', 'hanako@example.com',   '+44 7700 900218', @today - INTERVAL 228 DAY, '佐藤 花子'),
    (19, 'patient', 'minjun@example.com',   '+44 7700 900219', @today - INTERVAL 215 DAY, '김민준'),
    (20, 'patient', 'somchai@example.com',  '+44 7700 900220', @today - INTERVAL 203 DAY, 'สมชาย ใจดี'),
    (21, 'patient', 'selam@example.com',    '+44 7700 900221', @today - INTERVAL 190 DAY, 'ሰላም ተስፋዬ'),
    (22, 'patient', 'lukasz@example.com',   '+44 7700 900222', @today - INTERVAL 177 DAY, 'Łukasz Wójcik'),
    (23, 'patient', 'renee@example.com',    '+44 7700 900223', @today - INTERVAL 165 DAY, 'Renée O''Connor'),
    (24, 'patient', 'minhkhai@example.com', '+44 7700 900224', @today - INTERVAL 152 DAY, 'Nguyễn Thị Minh Khai'),
    (25, 'patient', 'thorunn@example.com',  NULL,              @today - INTERVAL 140 DAY, 'Þórunn Björnsdóttir'),
    (26, 'patient', 'sebnem@example.com',   '+44 7700 900226', @today - INTERVAL 128 DAY, 'Şebnem Yıldız'),
    (27, 'patient', 'oliver@example.com',   '+44 7700 900227', @today - INTERVAL 115 DAY, 'Oliver Bennett'),
    (28, 'patient', 'harpreet@example.com', '+44 7700 900228', @today - INTERVAL 101 DAY, 'ਹਰਪ੍ਰੀਤ ਕੌਰ'),
    (29, 'patient', 'rosa@example.com',     '+44 7700 900229', @today - INTERVAL 90 DAY,  'Rosa Giménez i Puig'),
    (30, 'patient', 'walter@example.com',   '+44 7700 900230', @today - INTERVAL 88 DAY,  'Walter Groß');

-- All of them have shown that their address is theirs.
UPDATE users SET email_proven_utc = created_utc;

-- One password for all but Rosa, who has not yet opened the link that lets her choose one. Walter is moving away, so
-- his account is closed. Nobody registers at midnight.
UPDATE users
SET password_hash = IF(email = 'rosa@example.com', NULL, @demo_password_hash),
    is_active = email <> 'walter@example.com',
    created_utc = created_utc + INTERVAL (9 * 60 + user_id * 47 % 480 - @ahead) MINUTE,
    signed_in_utc = IF(role = 'patient', NULL, @midnight_utc - INTERVAL (28 * 60 + user_id * 53) MINUTE);


-- 2  Rooms and services -----------------------------------------------------------------------------------------

INSERT INTO rooms (room_id, name) VALUES
    (1, 'Room 1'),
    (2, 'Room 2'),
    (3, 'Children''s room'),
    (4, 'Dental surgery'),
    (5, 'Exercise room'),
    (6, 'X-ray');

-- Each service belongs to one profession, so that no visit can be given to somebody who has not learnt it. Only a
-- vaccination is given by doctors of both kinds and by the nurse.
INSERT INTO services (service_id, name, minutes, pause_minutes, how_to_prepare) VALUES
    (1,  'GP appointment',           20, 10, 'Please bring a list of the medicines you take.'),
    (2,  'Health check',             60, 0,  'Please have nothing but water for eight hours before. Bring your glasses if you wear any.'),
    (3,  'Vaccination',              15, 0,  'Please bring your vaccination record, and wear a shirt with sleeves that roll up.'),
    (4,  'Children''s appointment',  20, 10, 'For under sixteens. Please bring the child''s health record and, if you like, a favourite toy.'),
    (5,  'Child development check',  40, 0,  'For under sixteens. Please bring the child''s health record, and glasses or hearing aids if there are any.'),
    (6,  'Dental check-up',          30, 0,  'Please brush your teeth before you come, and bring a list of the medicines you take.'),
    (7,  'Dental treatment',         45, 15, 'Please brush your teeth before you come. Tell us if you take anything that thins the blood.'),
    (8,  'Dental X-ray',             15, 5,  'Please leave earrings and necklaces at home, and tell us if you are or might be pregnant.'),
    (9,  'Physiotherapy assessment', 45, 0,  'Comfortable clothes, please. Bring the letter of the doctor who sent you.'),
    (10, 'Physiotherapy session',    30, 0,  'Comfortable clothes and clean sports shoes, please.'),
    (11, 'X-ray',                    15, 5,  'Please leave jewellery at home, and tell us if you are or might be pregnant.'),
    (12, 'Telephone advice',         10, 5,  'We call you. Please have your medicines at hand.'),
    (13, 'Video appointment',        15, 5,  'Please find a quiet place with good light, and open the link five minutes before.');

-- Some take no room, and an X-ray of teeth is booked by the desk when the dentist asks for it.
UPDATE services
SET place = CASE service_id WHEN 12 THEN 'phone' WHEN 13 THEN 'video' ELSE 'room' END,
    is_online = service_id <> 8;

-- A child can be seen in a doctor's room as well; a dentist's chair, wall bars and X-ray machines do not move.
INSERT INTO room_services (service_id, room_id) VALUES
    (1, 1), (1, 2),
    (2, 1), (2, 2),
    (3, 1), (3, 2), (3, 3),
    (4, 1), (4, 2), (4, 3),
    (5, 3),
    (6, 4), (7, 4), (8, 4),
    (9, 5), (10, 5),
    (11, 6);


-- 3  Who works and when -----------------------------------------------------------------------------------------

-- Staff who share a usual room, or the X-ray, work at different times.
INSERT INTO staff (
    staff_id, user_id, specialization,
    about,
    phone, slot_minutes, usual_room_id, wants_mail, is_bookable, is_desk
) VALUES
    (1, 2, 'General practice',
     'Family doctor. Also here on Saturday mornings, and on Sundays for what cannot wait. Speaks English, Igbo and French.',
     '+44 20 7946 0101', 10, 1, TRUE, TRUE, FALSE),
    (2, 3, 'General practice',
     'Family doctor with an eye for the heart and for diabetes. Speaks English, Swedish and German.',
     '+44 20 7946 0102', 15, 2, FALSE, TRUE, FALSE),
    (3, 4, 'Paediatrics',
     'For everybody under sixteen. Toys and patience are in the room. Speaks English and Spanish.',
     '+44 20 7946 0103', 20, 3, FALSE, TRUE, FALSE),
    (4, 5, 'Dentistry',
     'Gentle with those who are afraid of dentists. Speaks English and Czech.',
     '+44 20 7946 0104', 60, 4, TRUE, TRUE, FALSE),
    (5, 6, 'Dentistry',
     'Fillings, crowns, and second opinions. Speaks English and Japanese.',
     '+44 20 7946 0104', 30, 4, FALSE, TRUE, FALSE),
    (6, 7, 'Physiotherapy',
     'Backs, knees, and the way back into sport. Mornings. Speaks English and Polish.',
     '+44 20 7946 0105', 30, 5, FALSE, TRUE, FALSE),
    (7, 8, 'Physiotherapy',
     'For those who come after work, and on Saturdays. Speaks English and Irish.',
     '+44 20 7946 0105', 45, 5, FALSE, TRUE, FALSE),
    (8, 9, 'Nursing and X-ray',
     'Nurse and radiographer. Speaks English, Tamil and Hindi.',
     '+44 20 7946 0106', 5, 3, FALSE, TRUE, FALSE),
    (9, 10, '',
     'At the front desk.',
     '+44 20 7946 0100', 15, NULL, FALSE, FALSE, TRUE);

UPDATE staff
SET video_link = CONCAT('https://video.example.com/', ELT(staff_id, 'dr-okafor', 'dr-lindqvist'))
WHERE staff_id IN (1, 2);

INSERT INTO staff_services (staff_id, service_id) VALUES
    (1, 1), (1, 2), (1, 3), (1, 12), (1, 13),
    (2, 1), (2, 2), (2, 3), (2, 12), (2, 13),
    (3, 3), (3, 4), (3, 5),
    (4, 6), (4, 7), (4, 8),
    (5, 6), (5, 7),
    (6, 9), (6, 10),
    (7, 9), (7, 10),
    (8, 3), (8, 11);

-- Weekday 0 is Monday; 8 * 60 + 30 is half past eight.
INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute) VALUES
    (1, 0, 8 * 60,  13 * 60),
    (1, 1, 8 * 60,  12 * 60), (1, 1, 14 * 60, 18 * 60),
    (1, 2, 8 * 60,  12 * 60),
    (1, 4, 8 * 60,  12 * 60),
    (1, 5, 9 * 60,  12 * 60),
    (1, 6, 10 * 60, 12 * 60),
    (2, 0, 9 * 60,  17 * 60),
    (2, 1, 9 * 60,  17 * 60),
    (2, 3, 9 * 60,  17 * 60),
    (2, 4, 9 * 60,  14 * 60),
    (3, 0, 8 * 60 + 30, 12 * 60 + 30),
    (3, 1, 13 * 60, 18 * 60),
    (3, 2, 8 * 60 + 30, 12 * 60 + 30),
    (3, 4, 8 * 60 + 30, 12 * 60 + 30),
    (4, 0, 8 * 60,  11 * 60), (4, 0, 11 * 60 + 30, 13 * 60 + 30),
    (4, 2, 8 * 60,  11 * 60), (4, 2, 11 * 60 + 30, 13 * 60 + 30),
    (4, 4, 8 * 60,  11 * 60), (4, 4, 11 * 60 + 30, 13 * 60 + 30),
    (5, 0, 14 * 60, 19 * 60),
    (5, 1, 9 * 60,  17 * 60),
    (5, 3, 9 * 60,  17 * 60),
    (6, 0, 7 * 60,  12 * 60),
    (6, 1, 7 * 60,  12 * 60),
    (6, 2, 7 * 60,  12 * 60),
    (6, 3, 7 * 60,  12 * 60),
    (6, 4, 7 * 60,  12 * 60),
    (7, 0, 13 * 60, 20 * 60),
    (7, 1, 13 * 60, 20 * 60),
    (7, 2, 13 * 60, 20 * 60),
    (7, 3, 13 * 60, 20 * 60),
    (7, 5, 9 * 60,  13 * 60),
    (8, 0, 13 * 60 + 30, 18 * 60),
    (8, 1, 8 * 60,  12 * 60 + 30),
    (8, 2, 13 * 60 + 30, 18 * 60),
    (8, 3, 8 * 60,  16 * 60),
    (8, 4, 13 * 60 + 30, 18 * 60);

-- Dr Okafor's Thursdays moved to the morning three weeks ago; Dr Lindqvist's Wednesdays move to the evening in three.
INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until) VALUES
    (1, 3, 13 * 60, 17 * 60, '2020-01-01',               @monday - INTERVAL 21 DAY),
    (1, 3, 8 * 60,  13 * 60, @monday - INTERVAL 21 DAY, NULL),
    (2, 2, 9 * 60,  13 * 60, '2020-01-01',               @monday + INTERVAL 21 DAY),
    (2, 2, 12 * 60, 19 * 60, @monday + INTERVAL 21 DAY, NULL);

-- Priya Raman is here on Saturdays too, every other week: in this one, not in the next.
INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, fortnight)
SELECT 8, 5, 9 * 60, 12 * 60, calendar.fortnight
FROM calendar
WHERE calendar.day = @today;

-- A break falls into every block of a member of staff that goes on around it.
INSERT INTO breaks (working_hours_id, starts_minute, ends_minute)
SELECT
    working_hours.working_hours_id,
    pauses.starts_minute,
    pauses.ends_minute
FROM working_hours
JOIN (
    SELECT 1 AS staff_id, 11 * 60 AS starts_minute, 11 * 60 + 20 AS ends_minute
    UNION ALL SELECT 2, 12 * 60 + 30, 13 * 60 + 30
    UNION ALL SELECT 3, 10 * 60 + 30, 10 * 60 + 50
    UNION ALL SELECT 3, 15 * 60 + 20, 15 * 60 + 40
    UNION ALL SELECT 5, 12 * 60,      13 * 60
    UNION ALL SELECT 6, 9 * 60 + 30,  10 * 60
    UNION ALL SELECT 7, 16 * 60 + 45, 17 * 60 + 30
    UNION ALL SELECT 8, 12 * 60,      12 * 60 + 30
    UNION ALL SELECT 8, 15 * 60 + 30, 15 * 60 + 45
) AS pauses
    ON pauses.staff_id = working_hours.staff_id
   AND pauses.starts_minute > working_hours.starts_minute
   AND pauses.ends_minute < working_hours.ends_minute
ORDER BY working_hours.working_hours_id, pauses.starts_minute;

INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES
    (8, @monday - INTERVAL 26 DAY,             @monday - INTERVAL 24 DAY,             'Ill'),
    (5, @monday - INTERVAL 14 DAY,             @monday - INTERVAL 7 DAY,              'Holiday'),
    (1, @today + INTERVAL (8 * 24 + 10) HOUR,  @today + INTERVAL (8 * 24 + 12) HOUR,  'School concert'),
    (3, @monday + INTERVAL (8 * 24 + 13) HOUR, @monday + INTERVAL (8 * 24 + 16) HOUR, 'Course on childhood asthma'),
    (2, @monday + INTERVAL 28 DAY,             @monday + INTERVAL 35 DAY,             'Holiday'),
    (6, @monday + INTERVAL 17 DAY,             @monday + INTERVAL 19 DAY,             'Moving house');

INSERT INTO closures (day, reason) VALUES
    (@monday + INTERVAL 37 DAY, 'New floors: we are closed for three days'),
    (@monday + INTERVAL 38 DAY, 'New floors: we are closed for three days'),
    (@monday + INTERVAL 39 DAY, 'New floors: we are closed for three days');


-- 4  Who comes --------------------------------------------------------------------------------------------------

-- Account holders, and the relatives whom they book for. Mail goes to the account's address.
INSERT INTO patients (patient_id, user_id, relation, birth_date, phone, created_utc, full_name) VALUES
    (1,  11, 'self',     @today - INTERVAL 36 YEAR, '+44 7700 900211', @today - INTERVAL 321 DAY, 'Ana Lúcia Ferreira'),
    (2,  11, 'child',    @today - INTERVAL 6 YEAR,  NULL,              @today - INTERVAL 320 DAY, 'Mateus Ferreira'),
    (3,  12, 'self',     @today - INTERVAL 51 YEAR, '+44 7700 900212', @today - INTERVAL 305 DAY, 'Ελένη Παπαδοπούλου'),
    (4,  13, 'self',     @today - INTERVAL 33 YEAR, '+44 7700 900213', @today - INTERVAL 292 DAY, 'Наталія Шевченко'),
    (5,  13, 'child',    @today - INTERVAL 8 YEAR,  NULL,              @today - INTERVAL 292 DAY, 'Данило Шевченко'),
    (6,  14, 'self',     @today - INTERVAL 41 YEAR, '+44 7700 900214', @today - INTERVAL 280 DAY, 'فاطمة الزهراء حداد'),
    (7,  14, 'child',    @today - INTERVAL 3 YEAR,  NULL,              @today - INTERVAL 279 DAY, 'يوسف حداد'),
    (8,  14, 'child',    @today - INTERVAL 11 YEAR, NULL,              @today - INTERVAL 279 DAY, 'مريم حداد'),
    (9,  15, 'self',     @today - INTERVAL 28 YEAR, '+44 7700 900215', @today - INTERVAL 266 DAY, 'נועה לוי'),
    (10, 16, 'self',     @today - INTERVAL 45 YEAR, '+44 7700 900216', @today - INTERVAL 251 DAY, 'अनिता शर्मा'),
    (11, 16, 'relative', @today - INTERVAL 74 YEAR, '+44 7700 900316', @today - INTERVAL 250 DAY, 'रमेश शर्मा'),
    (12, 17, 'self',     @today - INTERVAL 39 YEAR, '+44 7700 900217', @today - INTERVAL 240 DAY, '王小明'),
    (13, 17, 'child',    @today - INTERVAL 1 YEAR,  NULL,              @today - INTERVAL 239 DAY, '王思雨'),
    (14, 18, 'self',     @today - INTERVAL 62 YEAR, '+44 7700 900218', @today - INTERVAL 228 DAY, '佐藤 花子'),
    (15, 19, 'self',     @today - INTERVAL 24 YEAR, '+44 7700 900219', @today - INTERVAL 215 DAY, '김민준'),
    (16, 20, 'self',     @today - INTERVAL 57 YEAR, '+44 7700 900220', @today - INTERVAL 203 DAY, 'สมชาย ใจดี'),
    (17, 21, 'self',     @today - INTERVAL 31 YEAR, '+44 7700 900221', @today - INTERVAL 190 DAY, 'ሰላም ተስፋዬ'),
    (18, 21, 'child',    @today - INTERVAL 5 YEAR,  NULL,              @today - INTERVAL 190 DAY, 'ዮናስ ተስፋዬ'),
    (19, 22, 'self',     @today - INTERVAL 47 YEAR, '+44 7700 900222', @today - INTERVAL 177 DAY, 'Łukasz Wójcik'),
    (20, 23, 'self',     @today - INTERVAL 38 YEAR, '+44 7700 900223', @today - INTERVAL 165 DAY, 'Renée O''Connor'),
    (21, 23, 'child',    @today - INTERVAL 13 YEAR, '+44 7700 900323', @today - INTERVAL 165 DAY, 'Saoirse O''Connor'),
    (22, 24, 'self',     @today - INTERVAL 29 YEAR, '+44 7700 900224', @today - INTERVAL 152 DAY, 'Nguyễn Thị Minh Khai'),
    (23, 25, 'self',     @today - INTERVAL 66 YEAR, NULL,              @today - INTERVAL 140 DAY, 'Þórunn Björnsdóttir'),
    (24, 26, 'self',     @today - INTERVAL 35 YEAR, '+44 7700 900226', @today - INTERVAL 128 DAY, 'Şebnem Yıldız'),
    (25, 26, 'child',    @today - INTERVAL 9 YEAR,  NULL,              @today - INTERVAL 128 DAY, 'Çağla Yıldız'),
    (26, 27, 'self',     @today - INTERVAL 53 YEAR, '+44 7700 900227', @today - INTERVAL 115 DAY, 'Oliver Bennett'),
    (27, 28, 'self',     @today - INTERVAL 42 YEAR, '+44 7700 900228', @today - INTERVAL 101 DAY, 'ਹਰਪ੍ਰੀਤ ਕੌਰ'),
    (28, 29, 'self',     @today - INTERVAL 70 YEAR, '+44 7700 900229', @today - INTERVAL 90 DAY,  'Rosa Giménez i Puig'),
    (29, 30, 'self',     @today - INTERVAL 48 YEAR, '+44 7700 900230', @today - INTERVAL 88 DAY,  'Walter Groß');

-- No account: they phone or drop in. Some left an e-mail address for reminders.
INSERT INTO patients (patient_id, birth_date, phone, email, created_utc, full_name) VALUES
    (30, @today - INTERVAL 59 YEAR, '+44 7700 900330', 'sokolov@example.org',  @today - INTERVAL 310 DAY, 'Дмитрий Соколов'),
    (31, @today - INTERVAL 44 YEAR, '+44 7700 900331', NULL,                   @today - INTERVAL 300 DAY, 'Божидар Иванов'),
    (32, @today - INTERVAL 80 YEAR, '020 7946 0332',   NULL,                   @today - INTERVAL 295 DAY, 'Γιώργος Αντωνίου'),
    (33, @today - INTERVAL 37 YEAR, '+44 7700 900333', 'karimi@example.org',   @today - INTERVAL 290 DAY, 'رضا کریمی'),
    (34, @today - INTERVAL 68 YEAR, '020 7946 0334',   NULL,                   @today - INTERVAL 281 DAY, 'דוד כהן'),
    (35, @today - INTERVAL 55 YEAR, '+44 7700 900335', NULL,                   @today - INTERVAL 270 DAY, 'রহিমা বেগম'),
    (36, @today - INTERVAL 32 YEAR, '+44 7700 900336', 'kavitha@example.org',  @today - INTERVAL 264 DAY, 'கவிதா செல்வம்'),
    (37, @today - INTERVAL 49 YEAR, '+44 7700 900337', 'chen@example.org',     @today - INTERVAL 255 DAY, '陳美玲'),
    (38, @today - INTERVAL 22 YEAR, '+44 7700 900338', NULL,                   @today - INTERVAL 249 DAY, 'たかはし ゆい'),
    (39, @today - INTERVAL 30 YEAR, '+44 7700 900339', 'seoyeon@example.org',  @today - INTERVAL 238 DAY, '이서연'),
    (40, @today - INTERVAL 43 YEAR, '+44 7700 900340', NULL,                   @today - INTERVAL 231 DAY, 'ნინო ბერიძე'),
    (41, @today - INTERVAL 61 YEAR, '+44 7700 900341', NULL,                   @today - INTERVAL 222 DAY, 'Արմեն Սարգսյան'),
    (42, @today - INTERVAL 50 YEAR, '+44 7700 900342', NULL,                   @today - INTERVAL 214 DAY, 'නිමල් පෙරේරා'),
    (43, @today - INTERVAL 27 YEAR, '+44 7700 900343', 'olaoluwa@example.org', @today - INTERVAL 206 DAY, 'Ọláolúwa Adéyẹmí'),
    (44, @today - INTERVAL 40 YEAR, '+44 7700 900344', NULL,                   @today - INTERVAL 199 DAY, 'Ádám Szűcs'),
    (45, @today - INTERVAL 72 YEAR, '020 7946 0345',   NULL,                   @today - INTERVAL 188 DAY, 'Søren Kjærgaard'),
    (46, @today - INTERVAL 34 YEAR, '+44 7700 900346', 'nanez@example.org',    @today - INTERVAL 181 DAY, 'José Ñáñez Villalobos'),
    (47, @today - INTERVAL 58 YEAR, '+44 7700 900347', NULL,                   @today - INTERVAL 170 DAY, 'Jiří Dvořák'),
    (48, @today - INTERVAL 91 YEAR, '020 7946 0348',   NULL,                   @today - INTERVAL 168 DAY, 'Margaret Ashworth'),
    (49, @today - INTERVAL 26 YEAR, '+44 7700 900349', 'darcy@example.org',    @today - INTERVAL 155 DAY, 'Chloë D''Arcy-Jones'),
    (50, @today - INTERVAL 46 YEAR, '+44 7700 900350', NULL,                   @today - INTERVAL 149 DAY, 'Keoni Kealohaʻāina'),
    (51, @today - INTERVAL 25 YEAR, '+44 7700 900351', 'gintare@example.org',  @today - INTERVAL 133 DAY, 'Gintarė Žukauskaitė'),
    (52, @today - INTERVAL 64 YEAR, '+44 7700 900352', NULL,                   @today - INTERVAL 126 DAY, 'Ștefan Țurcanu'),
    (53, NULL,                      '+44 7700 900353', NULL,                   @today - INTERVAL 119 DAY, 'Aoife Ní Dhomhnaill'),
    (54, NULL,                      '020 7946 0354',   NULL,                   @today - INTERVAL 108 DAY, 'Samuel Greene'),
    (55, @today - INTERVAL 52 YEAR, '+44 7700 900355', NULL,                   @today - INTERVAL 99 DAY,  'Thabo Mokoena'),
    (56, @today - INTERVAL 77 YEAR, '020 7946 0356',   NULL,                   @today - INTERVAL 95 DAY,  'Ingrid Sjöström'),
    (57, @today - INTERVAL 4 YEAR,  '+44 7700 900357', NULL,                   @today - INTERVAL 93 DAY,  'Joseph Clarke'),
    (58, @today - INTERVAL 10 YEAR, '+44 7700 900358', 'patel@example.org',    @today - INTERVAL 92 DAY,  'आरव पटेल'),
    (59, @today - INTERVAL 2 YEAR,  '+44 7700 900359', NULL,                   @today - INTERVAL 91 DAY,  'Zofia Lewandowska'),
    (60, @today - INTERVAL 7 YEAR,  '+44 7700 900360', 'kovacova@example.org', @today - INTERVAL 90 DAY,  'Emília Kováčová');

-- Not everybody has their birthday today.
UPDATE patients
SET birth_date = birth_date - INTERVAL (3 + patient_id * 53 % 360) DAY,
    created_utc = created_utc + INTERVAL (9 * 60 + patient_id * 31 % 480 - @ahead) MINUTE;


-- 5  Visits -----------------------------------------------------------------------------------------------------

-- From six weeks ago to four weeks ahead, read from the bottom up of the WITH: each block of working hours is cut into
-- pieces as long as the longest service of its member of staff, so visits in different pieces never touch. `dice` is a
-- number that looks random but follows from member of staff, day and minute. Its digits decide which pieces are taken,
-- for what, and what becomes of the visit. Each patient comes for one kind of care, as most people do: a course of
-- physiotherapy, some teeth, or whatever a doctor and a nurse look after. Patients of one kind take turns, so that
-- nobody is in two places at once. Staff who share a room work at different times (part 3), so no room is taken twice.
INSERT INTO appointments (
    patient_id,
    staff_id,
    room_id,
    service_id,
    starts_at,
    ends_at,
    pause_minutes,
    status,
    arrived_utc,
    reason,
    cancel_reason,
    version,
    booked_by,
    created_utc
)
WITH longest AS (
    SELECT
        staff.staff_id,
        CEIL(MAX(services.minutes + services.pause_minutes) / staff.slot_minutes) * staff.slot_minutes AS piece_minutes
    FROM staff
    JOIN staff_services USING (staff_id)
    JOIN services USING (service_id)
    GROUP BY staff.staff_id, staff.slot_minutes
),
pieces AS (
    SELECT
        working_hours.working_hours_id,
        working_hours.staff_id,
        calendar.day,
        DATEDIFF(calendar.day, @today) AS days_ahead,
        working_hours.starts_minute + spans.minute AS minute,
        longest.piece_minutes,
        CRC32(CONCAT_WS('/', working_hours.starts_minute + spans.minute, calendar.day, working_hours.staff_id)) AS dice
    FROM working_hours
    JOIN longest USING (staff_id)
    JOIN calendar
        ON calendar.weekday = working_hours.weekday
       AND calendar.day >= working_hours.valid_from
       AND calendar.day < COALESCE(working_hours.valid_until, '9999-12-31')
       AND calendar.fortnight = COALESCE(working_hours.fortnight, calendar.fortnight)
    JOIN spans
        ON spans.length = working_hours.ends_minute - working_hours.starts_minute
       AND spans.minute % longest.piece_minutes = 0
       AND spans.minute + longest.piece_minutes <= spans.length
    WHERE calendar.day BETWEEN @today - INTERVAL 42 DAY AND @today + INTERVAL 28 DAY
),
-- Out of a hundred hours, so many are taken: fewer the further ahead. Dr Okafor has a full day today,
-- and nobody cancels it.
taken AS (
    SELECT pieces.*
    FROM pieces
    WHERE pieces.dice % 100 < pieces.piece_minutes / 60 * CASE
        WHEN pieces.days_ahead = 0 AND pieces.staff_id = 1 THEN 100
        WHEN pieces.days_ahead = 0 THEN 60
        WHEN pieces.days_ahead < 0 THEN 50
        WHEN pieces.days_ahead <= 7 THEN 45
        WHEN pieces.days_ahead <= 14 THEN 25
        ELSE 10
    END
),
-- The service that a member of staff mostly gives has the place 0. Those without a room stand further below.
offers AS (
    SELECT
        staff_services.staff_id,
        staff_services.service_id,
        ROW_NUMBER() OVER (
            PARTITION BY staff_services.staff_id
            ORDER BY FIELD(staff_services.service_id, 1, 4, 7, 10, 11) DESC, staff_services.service_id
        ) - 1 AS place,
        COUNT(*) OVER (PARTITION BY staff_services.staff_id) AS places
    FROM staff_services
    JOIN services ON services.service_id = staff_services.service_id AND services.place = 'room'
),
visits AS (
    SELECT
        taken.working_hours_id,
        taken.staff_id,
        services.service_id,
        taken.day,
        taken.days_ahead,
        taken.days_ahead >= 0 AS is_coming,
        staff.specialization,
        IF(staff.specialization IN ('General practice', 'Nursing and X-ray'), 'Medicine', staff.specialization) AS care,
        services.minutes,
        services.pause_minutes,
        -- anywhere in the piece where it fits, on the grid of the member of staff
        taken.day + INTERVAL (taken.minute + staff.slot_minutes * (
            taken.dice DIV 1000
            % ((taken.piece_minutes - services.minutes - services.pause_minutes) DIV staff.slot_minutes + 1)
        )) MINUTE AS starts_at,
        taken.dice DIV 10000 % 100 AS luck,
        taken.dice DIV 1000000 AS dice
    FROM taken
    JOIN staff USING (staff_id)
    -- three visits for the main service, to one for each of the others
    JOIN offers
        ON offers.staff_id = taken.staff_id
       AND offers.place = GREATEST(0, CAST(taken.dice DIV 100 % (offers.places + 2) AS SIGNED) - 2)
    JOIN services ON services.service_id = offers.service_id
),
turns AS (
    SELECT
        visits.*,
        ROW_NUMBER() OVER (
            PARTITION BY visits.care, visits.is_coming
            ORDER BY visits.starts_at, visits.staff_id
        ) AS turn
    FROM visits
    LEFT JOIN closures ON closures.day = visits.day
    LEFT JOIN breaks
        ON breaks.working_hours_id = visits.working_hours_id
       AND visits.day + INTERVAL breaks.starts_minute MINUTE < visits.starts_at + INTERVAL visits.minutes MINUTE
       AND visits.day + INTERVAL breaks.ends_minute MINUTE > visits.starts_at
    LEFT JOIN time_off
        ON time_off.staff_id = visits.staff_id
       AND time_off.starts_at < visits.starts_at + INTERVAL visits.minutes MINUTE
       AND time_off.ends_at > visits.starts_at
    WHERE closures.day IS NULL
      AND breaks.break_id IS NULL
      AND time_off.time_off_id IS NULL
),
-- Who can come, and whether they can book online. The Ferreiras' (1 and 2) coming visits stand below; Walter (29) leaves.
people AS (
    SELECT
        patients.patient_id,
        accounts.user_id,
        periods.is_coming,
        CASE
            WHEN patients.birth_date > @today - INTERVAL 16 YEAR THEN 'Paediatrics'
            WHEN patients.patient_id % 10 IN (0, 4, 5) THEN 'Physiotherapy'
            WHEN patients.patient_id % 10 IN (1, 8, 9) THEN 'Dentistry'
            ELSE 'Medicine'
        END AS care
    FROM patients
    JOIN (SELECT 0 AS is_coming UNION ALL SELECT 1) AS periods
        ON periods.is_coming = 0 OR patients.patient_id NOT IN (1, 2, 29)
    LEFT JOIN users AS accounts
        ON accounts.user_id = patients.user_id AND accounts.is_active AND accounts.password_hash IS NOT NULL
),
queue AS (
    SELECT
        people.*,
        COUNT(*) OVER (PARTITION BY people.is_coming, people.care) AS places,
        ROW_NUMBER() OVER (PARTITION BY people.is_coming, people.care ORDER BY people.patient_id * 37 % 61) - 1 AS place
    FROM people
),
fates AS (
    SELECT
        turns.*,
        queue.patient_id,
        queue.user_id,
        CASE
            WHEN turns.days_ahead < 0 AND turns.luck < 7 THEN 'no_show'
            WHEN turns.days_ahead < 0 AND turns.luck < 17 THEN 'cancelled'
            WHEN turns.luck < 8 AND NOT (turns.days_ahead = 0 AND turns.staff_id = 1) THEN 'cancelled'
            WHEN turns.starts_at + INTERVAL turns.minutes MINUTE <= @now THEN 'completed'
            WHEN turns.starts_at - INTERVAL @early MINUTE <= @now THEN 'arrived'
            ELSE 'booked'
        END AS status
    FROM turns
    JOIN queue
        ON queue.is_coming = turns.is_coming
       AND queue.care = turns.care
       AND queue.place = turns.turn % queue.places
)
SELECT
    fates.patient_id,
    fates.staff_id,
    (
        SELECT room_services.room_id
        FROM room_services
        JOIN staff ON staff.staff_id = fates.staff_id
        WHERE room_services.service_id = fates.service_id
        ORDER BY room_services.room_id = staff.usual_room_id DESC, room_services.room_id
        LIMIT 1
    ),
    fates.service_id,
    fates.starts_at,
    fates.starts_at + INTERVAL fates.minutes MINUTE,
    fates.pause_minutes,
    fates.status,
    IF(fates.status IN ('arrived', 'completed'), fates.starts_at - INTERVAL (@early + @ahead) MINUTE, NULL),
    CASE
        -- some write as they speak at home
        WHEN fates.service_id = 1 AND fates.patient_id IN (3, 4, 12) AND fates.dice % 2 = 0 THEN
            ELT(FIELD(fates.patient_id, 3, 4, 12), 'Πονοκέφαλος τα βράδια', 'Болить коліно', '咳嗽两个星期')
        WHEN fates.service_id = 1 THEN
            ELT(1 + fates.dice % 6, '', 'Cough that won''t go away', 'Back pain', 'Results of the last blood test',
                'Headaches, mostly in the evening', 'Tired all the time')
        WHEN fates.service_id = 2 THEN
            ELT(1 + fates.dice % 4, '', 'Yearly check', 'Check before a long journey', 'Has been "a bit dizzy" lately')
        WHEN fates.service_id = 3 THEN ELT(1 + fates.dice % 4, '', 'Flu', 'Booster', 'Travelling to Kenya & Tanzania')
        WHEN fates.service_id = 4 THEN
            ELT(1 + fates.dice % 4, '', 'Earache', 'Cough at night', 'Rash on the left arm')
        WHEN fates.service_id = 5 THEN ELT(1 + fates.dice % 3, '', 'Yearly check', 'Growth, hearing and eyes')
        WHEN fates.service_id = 6 THEN ELT(1 + fates.dice % 3, '', 'Check and cleaning', 'Gums bleed now and then')
        WHEN fates.service_id = 7 THEN
            ELT(1 + fates.dice % 4, '', 'Lost a filling', 'Toothache, upper right', 'Crown, second visit')
        WHEN fates.service_id = 8 THEN ELT(1 + fates.dice % 2, 'Wisdom teeth', 'Before the crown')
        WHEN fates.service_id IN (9, 10) THEN
            IF(fates.dice % 3 = 0, '',
               ELT(1 + fates.patient_id % 4, 'After knee surgery', 'Stiff neck', 'Lower back', 'Tennis elbow'))
        ELSE
            ELT(1 + fates.dice % 3, '', 'Wrist, after a fall', 'Ankle, swollen for <2 weeks')
    END,
    CASE fates.status
        WHEN 'cancelled' THEN
            ELT(1 + fates.dice % 6, '', 'Feeling better', 'Has to work', 'Found an earlier time elsewhere',
                'No childcare', 'In bed with a cold 🤒')
    END,
    fates.luck >= 20 AND fates.luck % 12 = 0,
    -- patients with an account mostly book online; the front desk books the rest
    IF(fates.luck % 4 > 0, COALESCE(fates.user_id, 10), 10),
    -- a day to three weeks before, between seven in the morning and nine in the evening; who cancels does so a day later
    fates.day
        - INTERVAL (GREATEST(fates.days_ahead, 0) + IF(fates.status = 'cancelled', 2, 1) + fates.dice % 18) DAY
        + INTERVAL (7 * 60 + fates.dice * 7 % 840) MINUTE
        - INTERVAL @ahead MINUTE
FROM fates
ORDER BY fates.starts_at, fates.staff_id;

-- The Ferreiras have booked: Ana with Dr Okafor in three days, and Mateus with Dr Marín the week after next. Each takes
-- the first time that is then free, in a free room, preferably the usual one.
INSERT INTO appointments (
    patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, reason, booked_by, created_utc
)
SELECT
    1,
    free_starts.staff_id,
    free_starts.room_id,
    free_starts.service_id,
    free_starts.starts_at,
    free_starts.ends_at,
    services.pause_minutes,
    'Headaches since I have new glasses',
    11,
    @midnight_utc - INTERVAL 55 HOUR
FROM free_starts
JOIN services USING (service_id)
JOIN staff USING (staff_id)
WHERE free_starts.staff_id = 1
  AND free_starts.service_id = 1
  AND free_starts.day BETWEEN @today + INTERVAL 3 DAY AND @today + INTERVAL 5 DAY
ORDER BY free_starts.starts_at, free_starts.room_id = staff.usual_room_id DESC, free_starts.room_id
LIMIT 1;

INSERT INTO appointments (
    patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, reason, booked_by, created_utc
)
SELECT
    2,
    free_starts.staff_id,
    free_starts.room_id,
    free_starts.service_id,
    free_starts.starts_at,
    free_starts.ends_at,
    services.pause_minutes,
    'Booster before school',
    11,
    @midnight_utc - INTERVAL 54 HOUR
FROM free_starts
JOIN services USING (service_id)
JOIN staff USING (staff_id)
WHERE free_starts.staff_id = 3
  AND free_starts.service_id = 3
  AND free_starts.day BETWEEN @monday + INTERVAL 14 DAY AND @monday + INTERVAL 16 DAY
ORDER BY free_starts.starts_at, free_starts.room_id = staff.usual_room_id DESC, free_starts.room_id
LIMIT 1;

-- Two visits that take no room: 王小明 meets Dr Okafor by video, and Dr Lindqvist calls Margaret Ashworth, who phoned the
-- desk. Each has the first time at which both are free.
INSERT INTO appointments (
    patient_id, staff_id, service_id, starts_at, ends_at, pause_minutes, reason, booked_by, created_utc
)
WITH wishes AS (
    SELECT 12 AS patient_id, 1 AS staff_id, 13 AS service_id, 17 AS booked_by, 'Results of the allergy test' AS reason
    UNION ALL
    SELECT 48, 2, 12, 10, 'May she take both tablets together?'
),
times AS (
    SELECT
        wishes.*,
        starts.starts_at,
        starts.ends_at,
        services.pause_minutes,
        ROW_NUMBER() OVER (PARTITION BY wishes.patient_id ORDER BY starts.starts_at) AS place
    FROM wishes
    JOIN offered_starts AS starts
        ON starts.staff_id = wishes.staff_id
       AND starts.service_id = wishes.service_id
       AND starts.day BETWEEN @today AND @today + INTERVAL 6 DAY
    JOIN services ON services.service_id = wishes.service_id
    LEFT JOIN appointments AS others
        ON others.day = starts.day
       AND (others.staff_id = wishes.staff_id OR others.patient_id = wishes.patient_id)
       AND others.starts_at < starts.free_at
       AND others.holds_until > starts.starts_at
    WHERE starts.starts_at > @now + INTERVAL @early MINUTE
      AND others.appointment_id IS NULL
)
SELECT
    times.patient_id,
    times.staff_id,
    times.service_id,
    times.starts_at,
    times.ends_at,
    times.pause_minutes,
    times.reason,
    times.booked_by,
    @midnight_utc - INTERVAL 50 HOUR
FROM times
WHERE times.place = 1
ORDER BY times.starts_at, times.staff_id;

-- Somebody has called in sick for today and the next four days, and those visits have to be sorted out: of the others
-- than Dr Okafor, who has seen nobody today, whoever has visits today and the most of them.
INSERT INTO time_off (staff_id, starts_at, ends_at, reason)
SELECT appointments.staff_id, @today, @today + INTERVAL 5 DAY, 'Ill'
FROM appointments
WHERE appointments.day BETWEEN @today AND @today + INTERVAL 4 DAY
  AND appointments.status IN ('booked', 'arrived', 'completed')
  AND appointments.staff_id <> 1
GROUP BY appointments.staff_id
HAVING SUM(appointments.status <> 'booked') = 0
ORDER BY MAX(appointments.day = @today) DESC, COUNT(*) DESC, appointments.staff_id
LIMIT 1;

-- What the desk and the doctors write down for themselves.
UPDATE appointments
SET note = ELT(1 + appointment_id % 4, 'Wants somebody of the staff to be there', 'Letter of the hospital has come: show it',
               'Blood pressure was high: measure again', 'Asks for a bill to send in')
WHERE appointment_id % 7 = 0
  AND status <> 'cancelled';

-- The next to come today, but for those who must hear first that nobody is there, has phoned from a traffic jam.
UPDATE appointments
JOIN (
    SELECT coming.appointment_id
    FROM appointments AS coming
    LEFT JOIN time_off
        ON time_off.staff_id = coming.staff_id
       AND time_off.starts_at < coming.ends_at AND time_off.ends_at > coming.starts_at
    WHERE coming.day = @today
      AND coming.status = 'booked'
      AND coming.room_id IS NOT NULL
      AND time_off.time_off_id IS NULL
    ORDER BY coming.starts_at, coming.appointment_id
    LIMIT 1
) AS next_to_come USING (appointment_id)
SET appointments.late_minutes = 20;

-- What must be known of a patient before all else: of Margaret Ashworth, and of the last who has a visit with Dr Okafor
-- today. Oliver Bennett has missed too many visits, and must call to book.
UPDATE patients
SET alert = 'Uses a walking frame and hears little: please speak up, and meet her at the door'
WHERE patient_id = 48;

UPDATE patients
JOIN (
    SELECT last_today.patient_id
    FROM appointments AS last_today
    WHERE last_today.staff_id = 1
      AND last_today.day = @today
      AND last_today.status <> 'cancelled'
    ORDER BY last_today.starts_at DESC
    LIMIT 1
) AS allergic USING (patient_id)
SET patients.alert = 'Allergic to penicillin';

UPDATE patients
SET is_online = FALSE
WHERE patient_id = 26;

-- Jiří Dvořák phoned again and was written down a second time: likely one patient with two records.
INSERT INTO patients (patient_id, birth_date, phone, created_utc, full_name)
SELECT 61, patients.birth_date, '+44 7700 900361', @midnight_utc - INTERVAL 12 DAY + INTERVAL 11 HOUR, 'Jiri Dvorak'
FROM patients
WHERE patients.patient_id = 47;


-- 6  What became of them ----------------------------------------------------------------------------------------

-- Each visit's story, told by its present status: booked, perhaps moved, then cancelled, or missed, or arrived and
-- completed. Visits that were moved (version 1) have been brought forward by a week.
INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, from_status, to_status, details)
WITH steps AS (
    SELECT
        appointments.appointment_id,
        appointments.created_utc AS at_utc,
        appointments.booked_by AS user_id,
        'booked' AS action,
        NULL AS from_status,
        'booked' AS to_status,
        '' AS details
    FROM appointments
    UNION ALL
    SELECT
        appointments.appointment_id,
        appointments.created_utc + INTERVAL 1 HOUR,
        10,
        'moved',
        'booked',
        'booked',
        CONCAT(DATE_FORMAT(appointments.starts_at + INTERVAL 7 DAY, '%Y-%m-%d %H:%i'), ' → ',
               DATE_FORMAT(appointments.starts_at, '%Y-%m-%d %H:%i'))
    FROM appointments
    WHERE appointments.version = 1
    UNION ALL
    SELECT
        appointments.appointment_id,
        appointments.created_utc + INTERVAL 1 DAY,
        appointments.booked_by,
        'status',
        'booked',
        'cancelled',
        appointments.cancel_reason
    FROM appointments
    WHERE appointments.status = 'cancelled'
    UNION ALL
    SELECT
        appointments.appointment_id,
        appointments.ends_at - INTERVAL @ahead MINUTE,
        10,
        'status',
        'booked',
        'no_show',
        ''
    FROM appointments
    WHERE appointments.status = 'no_show'
    UNION ALL
    SELECT
        appointments.appointment_id,
        appointments.starts_at - INTERVAL (@early + @ahead) MINUTE,
        10,
        'status',
        'booked',
        'arrived',
        ''
    FROM appointments
    WHERE appointments.status IN ('arrived', 'completed')
    UNION ALL
    SELECT
        appointments.appointment_id,
        appointments.ends_at - INTERVAL @ahead MINUTE,
        staff.user_id,
        'status',
        'arrived',
        'completed',
        ''
    FROM appointments
    JOIN staff USING (staff_id)
    WHERE appointments.status = 'completed'
)
SELECT
    steps.appointment_id,
    steps.at_utc,
    steps.user_id,
    steps.action,
    steps.from_status,
    steps.to_status,
    steps.details
FROM steps
ORDER BY steps.at_utc, steps.appointment_id;

-- Patients who booked online have signed in to do so.
UPDATE users
JOIN (
    SELECT
        appointments.booked_by AS user_id,
        MAX(appointments.created_utc) AS latest_utc
    FROM appointments
    GROUP BY appointments.booked_by
) AS bookings USING (user_id)
SET users.signed_in_utc = bookings.latest_utc - INTERVAL 4 MINUTE
WHERE users.role = 'patient';


-- 7  Mail -------------------------------------------------------------------------------------------------------

-- An admin opened Rosa's account; the link in this mail lets her choose a password.
INSERT INTO notifications (
    dedupe_key, kind, audience, user_id, recipient, state, tries, next_try_utc, expires_utc, last_code, last_answer,
    message_id, created_utc, sent_utc
)
SELECT
    'account:29:created', 'account_created', 'account', users.user_id, users.email, 'sent', 1, users.created_utc,
    users.created_utc + INTERVAL 7 DAY, 250, '2.0.0 OK', '<account.29.created@example.com>', users.created_utc,
    users.created_utc + INTERVAL 9 SECOND
FROM users
WHERE users.user_id = 29;

-- The mail about the history above: to patients with an e-mail address, and to staff who want mail. A reminder goes as
-- long before a visit as the clinic's settings say. All of it is sent, except some to addresses that are gone.
INSERT INTO notifications (
    dedupe_key,
    kind,
    audience,
    appointment_id,
    version,
    was_at,
    recipient,
    state,
    tries,
    next_try_utc,
    expires_utc,
    last_code,
    last_answer,
    message_id,
    created_utc,
    sent_utc
)
WITH occasions AS (
    SELECT
        appointment_history.appointment_id,
        IF(appointment_history.to_status = 'cancelled', 'cancelled', appointment_history.action) AS kind,
        IF(appointment_history.action = 'booked', 0, appointments.version) AS version,
        appointment_history.at_utc
    FROM appointment_history
    JOIN appointments USING (appointment_id)
    WHERE appointment_history.action IN ('booked', 'moved')
       OR appointment_history.to_status = 'cancelled'
    UNION ALL
    SELECT
        appointments.appointment_id,
        'reminder',
        appointments.version,
        appointments.starts_at - INTERVAL (settings.reminder_lead_minutes + @ahead) MINUTE
    FROM appointments
    JOIN settings ON settings.settings_id = 1
    WHERE appointments.starts_at < @now + INTERVAL (settings.reminder_lead_minutes - 1) MINUTE
      AND appointments.status <> 'cancelled'
),
mails AS (
    SELECT
        CONCAT('visit:', occasions.appointment_id, ':v', occasions.version, ':', occasions.kind, ':', audiences.audience)
            AS dedupe_key,
        occasions.kind,
        audiences.audience,
        occasions.appointment_id,
        occasions.version,
        IF(occasions.kind = 'moved', appointments.starts_at + INTERVAL 7 DAY, NULL) AS was_at,
        IF(audiences.audience = 'staff', colleagues.email, COALESCE(holders.email, patients.email)) AS recipient,
        audiences.audience = 'patient' AND patients.patient_id IN (30, 33, 36, 39, 43, 49)
            AND occasions.kind = 'cancelled' AS is_wrong,
        occasions.at_utc,
        appointments.starts_at - INTERVAL @ahead MINUTE AS starts_utc
    FROM occasions
    JOIN appointments USING (appointment_id)
    JOIN patients USING (patient_id)
    LEFT JOIN users AS holders ON holders.user_id = patients.user_id
    JOIN staff USING (staff_id)
    JOIN users AS colleagues ON colleagues.user_id = staff.user_id
    JOIN (SELECT 'patient' AS audience UNION ALL SELECT 'staff') AS audiences
        ON audiences.audience = 'patient' OR staff.wants_mail AND occasions.kind <> 'reminder'
)
SELECT
    mails.dedupe_key,
    mails.kind,
    mails.audience,
    mails.appointment_id,
    mails.version,
    mails.was_at,
    mails.recipient,
    IF(mails.is_wrong, 'failed', 'sent'),
    1,
    mails.at_utc,
    mails.starts_utc,
    IF(mails.is_wrong, 550, 250),
    IF(mails.is_wrong, '5.1.1 The email account that you tried to reach does not exist.', '2.0.0 OK'),
    CONCAT('<', REPLACE(mails.dedupe_key, ':', '.'), '@example.com>'),
    mails.at_utc,
    IF(mails.is_wrong, NULL, mails.at_utc + INTERVAL 9 SECOND)
FROM mails
WHERE mails.recipient IS NOT NULL
ORDER BY mails.at_utc, mails.dedupe_key;


-- 8  What was said and done -------------------------------------------------------------------------------------

-- The clinic's own words. Empty lines part paragraphs; "# " begins a heading, "- " a point of a list.
INSERT INTO clinic_texts (kind, version, saved_utc, saved_by, body) VALUES
    ('privacy', 1, @midnight_utc - INTERVAL 700 DAY, 1,
'This clinic is invented, and so is this notice. It shows what one may look like.

# Who is responsible
Riverside Clinic, 14 Mill Lane, Riverside. Write to desk@example.com or call +44 20 7946 0100.

# What we keep, and what for
- your name, e-mail address, phone number and date of birth, so that we know who comes and can reach you
- your visits: when, with whom, what for, and the reason that you tell us, so that we can prepare
- the e-mails that we sent you about them
- when and from which IP address somebody signed in to your account, so that we notice strangers

We may keep this because you and we have agreed on a treatment (GDPR, Article 6.1 b) and because we have to plan it (Article 9.2 h). You need not give us a phone number, a date of birth or a reason.

# Who else sees it
Nobody but the people who treat you and our front desk. A company in our country runs our server and sends our e-mail. It works only as we tell it to.

# How long
We keep your details for ten years after your last visit. Sign-ins are deleted after 30 days.

# Your rights
You can see, correct and download your details on the page “Profile”, and close your account there. You can also ask us to delete or limit them, or object. If you think that we do something wrong, you can complain to the Information Commissioner: https://ico.org.uk/make-a-complaint/'),

    ('imprint', 1, @midnight_utc - INTERVAL 700 DAY, 1,
'Riverside Clinic
14 Mill Lane, Riverside

Phone +44 20 7946 0100
E-mail desk@example.com

Responsible: Helen Brooks

This clinic is invented. Nobody is treated here.'),

    ('booking', 1, @midnight_utc - INTERVAL 700 DAY, 1,
'In an emergency, call 112 or 999 at once. Please do not book a visit for it.

Do you have a fever or a cough? Please call us first: +44 20 7946 0100.'),

    ('news', 1, @midnight_utc - INTERVAL 20 DAY, 1,
'Flu vaccinations can be booked again: please choose “Vaccination”.');

-- Whoever registered has agreed to the privacy notice.
INSERT INTO agreements (user_id, kind, version, at_utc)
SELECT users.user_id, 'privacy', 1, users.created_utc
FROM users
WHERE users.role = 'patient'
  AND users.user_id <> 29
ORDER BY users.user_id;

INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, details, address)
SELECT
    users.created_utc,
    IF(users.role = 'patient' AND users.user_id <> 29, users.user_id, 1),
    IF(users.role = 'patient' AND users.user_id <> 29, 'registered', 'account created'),
    'users',
    users.user_id,
    IF(users.role = 'patient' AND users.user_id <> 29, '', users.role),
    IF(users.role = 'patient' AND users.user_id <> 29, CONCAT('198.51.100.', users.user_id), '192.0.2.10')
FROM users
ORDER BY users.created_utc, users.user_id;

INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, details, address) VALUES
    (@midnight_utc - INTERVAL '45 9:40' DAY_MINUTE,  1,  'settings changed', 'settings', 1,    'phone number',                  '192.0.2.10'),
    (@midnight_utc - INTERVAL '43 12:15' DAY_MINUTE, 30, 'password changed', 'users',    30,   '',                              '198.51.100.30'),
    (@midnight_utc - INTERVAL '31 8:55' DAY_MINUTE,  2,  'hours changed',    'staff',    1,    'Thursday mornings from now on', '192.0.2.12'),
    (@midnight_utc - INTERVAL '24 14:20' DAY_MINUTE, 1,  'service changed',  'services', 7,    'pause 10 → 15 minutes',         '192.0.2.10'),
    (@midnight_utc - INTERVAL '19 9:05' DAY_MINUTE,  13, 'details changed',  'users',    13,   '',                              '198.51.100.13'),
    (@midnight_utc - INTERVAL '12 13:30' DAY_MINUTE, 1,  'closure added',    'closures', NULL, 'new floors, three days',        '192.0.2.10'),
    (@midnight_utc - INTERVAL '9 11:00' DAY_MINUTE,  10, 'time off added',   'time_off', NULL, 'Małgorzata Kowalczyk, 2 days',  '192.0.2.11'),
    (@midnight_utc - INTERVAL '6 6:45' DAY_MINUTE,   3,  'hours changed',    'staff',    2,    'Wednesday evenings',            '192.0.2.13'),
    (@midnight_utc - INTERVAL '4 9:10' DAY_MINUTE,   1,  'account closed',   'users',    30,   'at his own wish, by letter',    '192.0.2.10'),
    (@midnight_utc - INTERVAL '3 7:25' DAY_MINUTE,   24, 'password changed', 'users',    24,   '',                              '198.51.100.24');
