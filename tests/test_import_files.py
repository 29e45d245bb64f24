"""Files as spreadsheets and other programs write them: encodings, separators, headings, exports of other programs."""

import datetime as dt

import pytest

from app.commands import import_report
from app.ops.imports import headings, patients, visits
from app.ops.imports.text import FileError

PATIENTS = 'reference,full_name,birth_date,phone,email\n'


@pytest.fixture
def taken(take, shell):
    """taken(text, …) → the patients that a file makes: (reference, full_name, birth_date, phone, email)."""
    def taken(text, **options):
        found = take(patients, text, **{'dates': None, **options})
        assert found['problems'] == []
        return shell('SELECT reference, full_name, birth_date, phone, email FROM patients WHERE reference IS NOT NULL '
                     'ORDER BY patient_id')
    return taken


# ---- encodings and separators


@pytest.mark.parametrize('encoding', ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'cp1252'])
def test_encodings_are_recognised(taken, encoding):
    text = 'reference\tfull_name\r\nK1\tJürgen Müller – 5 €\r\n'

    assert [row[1] for row in taken(text.encode(encoding))] == ['Jürgen Müller – 5 €']


def test_another_encoding_can_be_named(taken):
    assert [row[1] for row in taken('reference,full_name\nK1,Łukasz Żak\n'.encode('cp1250'), encoding='cp1250')] == [
        'Łukasz Żak']


@pytest.mark.parametrize('text', [
    'Reference;Full name;Birth-date\nK1;Eve;1980-02-01\n',
    '\ufeffreference\tfull_name\tbirth_date\r\nK1\tEve\t1980-02-01\r\n',
    '"reference","full_name","birth_date"\n"K1","Eve","1980-02-01 00:00:00"\n',
    'sep=;\nreference;full_name;birth_date\nK1;Eve;1 Feb 1980\n',
    '"sep=;"\r\nreference;full_name;birth_date\r\nK1;Eve;1980-02-01\r\n',
    'sep=#\nreference#full_name#birth_date\nK1#Eve#1980-02-01\n',
    'Our patients, as of May;;\n\nRÉFÉRENCE;FULL-NAME;Birth Date\nK1;Eve;1980-02-01\n',
    'Patients\nreference,full_name,birth_date,,\nK1,Eve,1980-02-01,,\n',
])
def test_separators_titles_and_headings_of_spreadsheets_are_understood(taken, text):
    assert [row[:3] for row in taken(text)] == [('K1', 'Eve', dt.date(1980, 2, 1))]


def test_short_lines_have_lost_their_empty_cells(taken):
    assert [row[:4] for row in taken(PATIENTS + 'K1,Eve\nK2,Paul,,030 12345\n')] == [
        ('K1', 'Eve', None, None), ('K2', 'Paul', None, '030 12345')]


def test_long_lines_are_told(take):
    found = take(patients, 'reference,full_name\nK1,Apple, Anna\nK2,Eve,,\n')

    assert [line for line, _, _ in found['problems']] == [2]
    assert 'This line has 3 cells, and the headings are 2' in found['problems'][0][2]


def test_extensions_are_part_of_a_telephone_number(taken):
    rows = taken('reference,full_name,phone\nK1,A,030 12345 ext. 5\nK2,B,030 12345x77\nK3,C,(030) 12345 Ext 5\n')

    assert [row[3] for row in rows] == ['030 12345 ext 5', '030 12345 ext 77', '(030) 12345 ext 5']


@pytest.mark.parametrize('text, sentence', [
    (b'', 'is empty.'),
    (b'\xef\xbb\xbf \n', 'is empty.'),
    (PATIENTS, 'has no lines below its headings.'),
    ('reference,full_name\nK1,Zoë\n'.encode() + b'K2,J\xfcrgen\n', 'line 3, is not UTF-8 as the rest of the file is'),
    (PATIENTS + 'K1,E\0ve\n', 'line 2, holds a zero byte, which no text does'),
    (PATIENTS + 'K1,E\0ve\nK2,P\0aul\n', 'line 2, holds a zero byte, which no text does'),
    (PATIENTS + 'K1,Eve\n' * 1000 + 'K1,E\0ve\n', 'line 1002, holds a zero byte, which no text does'),
    (b'PK\x03\x04\x00\x00\x00\x00\x08\x00\x00\x00', 'is not a text file'),
    ('reference,birth_date\nK1,\n', 'has no column full_name, and none of first_name and last_name'),
    ('Name;First name\nApple;Anna\n', 'say which heading means what'),
    ('K1,Eve\nK2,Paul\n', 'has no line of headings: its first line must name its columns'),
    ('reference,full_name,reference\nK1,Eve,K1\n', 'The heading "reference" stands there twice'),
    (PATIENTS + 'K1,"Eve,,,\nK2,Paul,,,\n', 'line 2: the quotation marks do not match'),
    (PATIENTS + 'K1,Eve,05/06/1980,,\n', 'Line 2, birth_date: is "05/06/1980" 5 June 1980 (--dates dmy) or'),
])
def test_a_file_that_cannot_be_read_is_one_sentence(take, text, sentence):
    with pytest.raises(FileError, match='^[^\n]*$') as error:
        take(patients, text, dates=None)
    assert sentence in str(error.value)


# ---- headings


@pytest.mark.parametrize('heading', ['E-Mail', 'email', 'EMAIL', 'e mail', 'É-mail', 'E-mail address'])
def test_hyphens_spaces_case_and_accents_do_not_matter(taken, heading):
    assert [row[4] for row in taken(f'Patient No.,Name,{heading}\nK1,Eve,eve@mail.test\n')] == ['eve@mail.test']


def test_a_heading_that_is_not_used_stops_the_import(take, shell):
    found = take(patients, 'reference,full_name,shoes,hat\nK1,Eve,40,\n')

    assert [(line, column) for line, column, _ in found['problems']] == [(1, 'hat'), (1, 'shoes')]
    assert found['import_id'] is None
    assert shell('SELECT COUNT(*) FROM patients WHERE reference IS NOT NULL') == [(0,)]


@pytest.mark.parametrize('options', [{'ignore': ('SHOES', 'hat')}, {'ignore_others': True}])
def test_a_heading_can_be_left_out_by_name(taken, options):
    assert len(taken('reference,full_name,shoes,hat\nK1,Eve,40,\n', **options)) == 1


def test_a_column_without_a_heading_stops_only_where_it_has_cells(take):
    found = take(patients, 'reference,,full_name,\nK1,?,Eve,\n')

    assert [column for _, column, _ in found['problems']] == ['column 2']


def test_other_headings_are_mapped(taken):
    rows = taken('Kennung;Vorname;Nachname;geboren;Handy;Festnetz\nK1;Anna;Apple;1980-02-01;;030 12345\n',
                 maps={'reference': ['Kennung'], 'first_name': ['Vorname'], 'last_name': ['nachname'],
                       'birth_date': ['geboren'], 'phone': ['Handy', 'Festnetz']})

    assert rows == [('K1', 'Anna Apple', dt.date(1980, 2, 1), '030 12345', None)]


@pytest.mark.parametrize('options, sentence', [
    ({'maps': {'phone': ['Mobil']}}, 'The file has no heading "Mobil": it has reference, full_name'),
    ({'maps': {'telephone': ['full_name']}}, 'There is no column "telephone" to map to'),
    ({'maps': {'phone': ['full_name'], 'email': ['Full Name']}}, 'is mapped twice'),
    ({'ignore': ('shoes',)}, 'The file has no heading "shoes"'),
    ({'encoding': 'klingon'}, 'No encoding is called "klingon"'),
])
def test_an_option_that_fits_nothing_is_one_sentence(take, options, sentence):
    with pytest.raises(FileError, match=sentence):
        take(patients, 'reference,full_name\nK1,Eve\n', **options)


def test_patients_without_a_number_are_recognised_by_what_their_line_says(taken, take):
    text = 'Name,E-mail\nEve,eve@mail.test\nEve,other@mail.test\n'
    assert len(taken(text)) == 2

    assert [line for line, _, _ in take(patients, text)['problems']] == [2, 3]


# ---- the exports of other programs

GOOGLE = ('First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,'
          'Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,'
          'Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,'
          'Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,'
          'Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,'
          'Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value')
GOOGLE_BEFORE_2024 = (
    'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,'
    'Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,'
    'Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,'
    'E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,'
    'Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name')
OUTLOOK = (
    'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,'
    'Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,'
    'Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,'
    "Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,"
    'Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,'
    'Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,'
    "Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,"
    'E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,'
    'E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,'
    "Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,"
    'Organizational ID Number,Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,'
    'User 1,User 2,User 3,User 4,Web Page')
OUTLOOK_WEB = (
    'First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,'
    'E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,'
    'Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,'
    "TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,"
    "Assistant's Phone,Company Yomi,Business Street,Business City,Business State,Business Postal Code,"
    'Business Country/Region,Home Street,Home City,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,'
    'Birthday,Anniversary,Notes')
OPENEMR = ('id,uuid,title,language,financial,fname,lname,mname,DOB,street,postal_code,city,state,country_code,'
           'drivers_license,ss,occupation,phone_home,phone_biz,phone_contact,phone_cell,pharmacy_id,status,'
           'contact_relationship,date,sex,referrer,referrerID,providerID,email,email_direct,ethnoracial,race,'
           'ethnicity,religion,interpretter,migrantseasonal,family_size,monthly_income,homeless,financial_review,'
           'pubpid,pid,hipaa_mail,hipaa_voice,guardiansname,allow_imm_reg_use,deceased_date,regdate')
OPENEMR_LIST = 'Last Visit,First,Last,Middle,ID,Street,City,State,Zip,Home Phone,Work Phone'
EASY = ('id,create_datetime,update_datetime,first_name,last_name,email,mobile_number,phone_number,address,city,state,'
        'zip_code,notes,timezone,language,custom_field_1,custom_field_2,custom_field_3,custom_field_4,'
        'custom_field_5,is_private,ldap_dn,id_roles')
CLINIKO = ('Id,Title,First Name,Preferred First Name,Last Name,Date Of Birth,Sex,Gender Identity,Email,Mobile Phone,'
           'Home Phone,Address 1,Address 2,Address 3,City,State,Post Code,Country,Time Zone,Emergency Contact,'
           'Occupation,Medicare,Medicare Reference Number,DVA Card Number,Reminder Type,Referral Source,'
           'Unapplied Account Credit,Notes,Archived At,Created At,Updated At')
EXPORTS = {
    'Google Contacts': (GOOGLE, {
        'First Name': 'Anna', 'Middle Name': 'May', 'Last Name': 'Apple', 'Birthday': '1980-12-31', 'Notes': 'tea',
        'E-mail 1 - Value': 'a@mail.test ::: b@mail.test', 'Phone 2 - Value': '030 12345', 'Labels': '* myContacts'}),
    'Google Contacts before 2024': (GOOGLE_BEFORE_2024, {
        'Name': 'Anna May Apple', 'Given Name': 'Anna', 'Additional Name': 'May', 'Family Name': 'Apple',
        'Birthday': '1980-12-31', 'E-mail 1 - Value': 'a@mail.test', 'Phone 1 - Value': '030 12345'}),
    'Outlook contacts': (OUTLOOK, {
        'Title': 'Ms', 'First Name': 'Anna', 'Middle Name': 'May', 'Last Name': 'Apple', 'Birthday': '12/31/1980',
        'E-mail Address': 'a@mail.test', 'Home Phone': '030 12345', 'Sensitivity': 'Normal', 'Anniversary': '0/0/00'}),
    'Outlook contacts on the web': (OUTLOOK_WEB, {
        'First Name': 'Anna', 'Middle Name': 'May', 'Last Name': 'Apple', 'Birthday': '31/12/1980',
        'E-mail Address': 'a@mail.test', 'Mobile Phone': '030 12345'}),
    'OpenEMR': (OPENEMR, {
        'id': '7', 'pid': '7', 'pubpid': 'P-7', 'fname': 'Anna', 'mname': 'May', 'lname': 'Apple', 'DOB': '1980-12-31',
        'phone_cell': '030 12345', 'email': 'a@mail.test', 'ss': 'NULL', 'deceased_date': 'NULL'}),
    'Easy!Appointments': (EASY, {
        'id': '7', 'first_name': 'Anna May', 'last_name': 'Apple', 'email': 'a@mail.test', 'phone_number': '030 12345',
        'mobile_number': 'NULL', 'timezone': 'UTC', 'notes': 'tea'}),
    'Cliniko': (CLINIKO, {
        'Id': '7', 'First Name': 'Anna May', 'Last Name': 'Apple', 'Date Of Birth': '1980-12-31', 'Notes': 'tea',
        'Email': 'a@mail.test', 'Mobile Phone': '030 12345', 'Created At': '2024-04-02T19:38:28Z'}),
}


@pytest.mark.parametrize('name', EXPORTS)
def test_the_exports_of_other_programs_come_in_as_they_are(take, shell, name):
    line, cells = EXPORTS[name]
    text = f'{line}\n{",".join(cells.get(heading, "") for heading in line.split(","))}\n'
    found = take(patients, text, dates=None)

    assert found['problems'] == []
    assert found['table'].columns.program.name.startswith(name.split()[0])
    born = None if name == 'Easy!Appointments' else dt.date(1980, 12, 31)
    assert shell('SELECT full_name, birth_date, phone, email FROM patients WHERE reference IS NOT NULL') == [
        ('Anna May Apple', born, '030 12345', 'a@mail.test')]


def test_what_a_line_says_beside_the_first_value_is_named_as_left_out(take, capsys):
    lines = ({'First Name': 'Eve', 'E-mail 1 - Value': 'a@mail.test ::: b@mail.test', 'Phone 1 - Value': '030 1111'},
             {'First Name': 'Paul', 'Phone 1 - Value': '030 12345', 'Phone 2 - Value': '030 54321'},
             {'First Name': 'Zoe', 'Phone 1 - Value': '030 777777', 'Phone 2 - Value': '030 777777'},
             {'First Name': 'Adam', 'Phone 2 - Value': '030 88888 ::: 030 99999', 'E-mail 2 - Value': 'c@mail.test'})
    text = '\n'.join([GOOGLE, *(','.join(cells.get(heading, '') for heading in GOOGLE.split(',')) for cells in lines)])
    import_report.tell(take(patients, text, commit=False), patients)

    said = ' '.join(capsys.readouterr().out.split())
    assert ('left out: 28 empty columns, a second email (in 1 line, such as line 2), a second phone (in 2 lines, '
            'such as line 3)') in said


def test_the_patient_list_of_openemr_says_that_its_names_may_be_the_wrong_way_round(take, shell):
    text = OPENEMR_LIST + '\n2026-05-01,Apple,Anna,,P-7,1 Street,Town,BE,10115,030 12345,\n'
    found = take(patients, text, maps={'first_name': ['Last'], 'last_name': ['First']}, dates=None)

    assert 'First' in found['table'].columns.program.word
    assert shell('SELECT reference, full_name, phone FROM patients WHERE reference IS NOT NULL') == [
        ('P-7', 'Anna Apple', '030 12345')]


def test_a_heading_that_a_known_program_does_not_have_stops_its_export_too(take):
    found = take(patients, GOOGLE + ',Allergies\nAnna' + ',' * 35 + ',Nuts\n')

    assert [column for _, column, _ in found['problems']] == ['Allergies']


VISITS = {
    'OpenEMR': ('pc_eid,pc_catid,pc_multiple,pc_aid,pc_pid,pc_gid,pc_title,pc_time,pc_hometext,pc_eventDate,pc_endDate,'
                'pc_duration,pc_startTime,pc_endTime,pc_apptstatus,pc_facility,pc_room\n'
                '1,5,0,3,A1,0,Consultation,2026-01-01 10:00:00,,2026-05-01,0000-00-00,1800,09:30:00,10:00:00,?,3,\n'),
    'Easy!Appointments': ('id,create_datetime,update_datetime,book_datetime,start_datetime,end_datetime,location,notes,'
                          'hash,color,status,is_unavailability,id_users_provider,id_users_customer,id_services,'
                          'id_google_calendar,id_caldav_calendar\n'
                          '1,2026-01-01 10:00:00,NULL,NULL,2026-05-01 09:30:00,2026-05-01 10:00:00,NULL,tea,xy,#7cb,'
                          'No show,0,3,A1,2,NULL,NULL\n'
                          '2,NULL,NULL,NULL,2026-05-02 09:30:00,2026-05-02 10:00:00,,,,,,1,3,NULL,NULL,NULL,NULL\n'),
    'Cliniko': ('Id,Patient Id,Patient,Practitioner,Appointment Type,Starts At,Ends At,Cancelled At,Did Not Arrive,'
                'Notes,Created At\n'
                '1,A1,Anna Apple,3,Consultation,2026-05-01T07:30:00Z,2026-05-01T08:00:00Z,,true,tea,2026-01-01\n'),
}


@pytest.mark.parametrize('name', VISITS)
def test_the_calendars_of_other_programs_come_in(take, shell, name):
    take(patients, 'reference,full_name\nA1,Anna Apple\n')
    found = take(visits, VISITS[name], dates=None,
                 values={('staff', '3'): 'weber@clinic.test', ('service', '2'): 'Consultation'})

    assert found['problems'] == []
    assert found['passed_over'] == (name == 'Easy!Appointments')
    assert shell('SELECT starts_at, ends_at, staff_id, service_id, status FROM appointments') == [
        (dt.datetime(2026, 5, 1, 9, 30), dt.datetime(2026, 5, 1, 10, 0), 1, 1, 'no_show')]


def test_every_heading_that_means_a_column_means_one():
    for kind, columns in headings.programs.HEADINGS.items():
        words = [word for theirs in columns.values() for word in theirs]

        assert len(words) == len({*words}), kind
        assert all(word == headings.key(word) for word in words)
