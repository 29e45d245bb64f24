"""The headings that other programs give their columns.

Headings are compared by their letters and digits alone (see headings.key): "E-mail 1 - Value" is email1value here.
"""

import re
from dataclasses import dataclass

# Our columns, and the headings that mean them, the best first.
PATIENTS = {
    'reference': 'reference patientreference patientid pid patientnumber patientno pubpid chartnumber mrn clientid '
                 'customerid customernumber referencenumber id number',
    'full_name': 'fullname name patientname patient displayname clientname customername',
    'first_name': 'firstname givenname forename fname first',
    'middle_name': 'middlename additionalname mname middle',
    'last_name': 'lastname familyname surname lname last',
    'birth_date': 'birthdate dateofbirth dob birthday born patientdob',
    'phone': 'phone telephone tel phonenumber telephonenumber mobile mobilephone mobilenumber mobilephonenumber cell '
             'cellphone phonecell phone1value phone2value phone3value primaryphone homephone homephonenumber '
             'phonehome homephone2 businessphone workphone workphonenumber phonebiz businessphone2 otherphone '
             'otherphonenumber phonecontact phonenumbers',
    'email': 'email emailaddress mail email1value email2value email3value email2address email3address',
}
VISITS = {
    'patient_reference': 'patientreference patientid pcpid iduserscustomer customerid clientid patientnumber '
                         'patientno pid mrn reference',
    'staff': 'staff staffemail practitioner practitionername provider providername doctor doctorname therapist '
             'clinician pcaid idusersprovider providerid practitionerid',
    'service': 'service servicename appointmenttype appointmenttypename treatment visittype type pctitle idservices '
               'serviceid appointmenttypeid',
    'day': 'day date appointmentdate visitdate startdate pceventdate',
    'time': 'time starttime appointmenttime pcstarttime start starts startsat startdatetime appointmentstart '
            'datetime dateandtime',
    'ends': 'ends endsat end endtime enddatetime appointmentend pcendtime',
    'minutes': 'minutes duration durationminutes durationinminutes length',
    'seconds': 'pcduration durationseconds',
    'room': 'room roomname pcroom',
    'status': 'status appointmentstatus attendance outcome pcapptstatus',
    'cancelled': 'cancelled canceled cancelledat canceledat iscancelled',
    'no_show': 'noshow didnotarrive didnotattend dna isnoshow',
    'no_visit': 'isunavailability',
    'reason': 'reason visitreason reasonforvisit',
}
WORDS = {'patients': PATIENTS, 'visits': VISITS}
HEADINGS = {kind: {ours: tuple(theirs.split()) for ours, theirs in words.items()} for kind, words in WORDS.items()}
MANY = {'phone', 'email'}           # the first of these headings that is filled counts, line by line


@dataclass(frozen=True)
class Program:
    """A program that exports what we take in.

    marks: headings that only its files have all of. left_out: a pattern of its headings that have no place here.
    word: what is worth knowing about its files.
    """
    name: str
    kind: str
    marks: frozenset[str]
    left_out: re.Pattern
    word: str = ''


def _program(name, kind, marks, left_out, word=''):
    return Program(name, kind, frozenset(marks.split()), re.compile(left_out), word)


_GOOGLE = (r'.*yomi.*|phonetic.*|name(prefix|suffix)|initials|nickname|shortname|maidenname|fileas|gender|location'
           r'|billinginformation|directoryserver|mileage|occupation|hobby|sensitivity|priority|subject|notes|language'
           r'|photo|labels|groupmembership|organization.*'
           r'|(email|phone)\d+(label|type|value)|(address|website|relation|event|customfield|im|externalid|jot'
           r'|calendarlink|userdefinedfield)\d*.*|givenname|familyname|additionalname')
_OUTLOOK = (r'title|suffix|.*yomi|company|department|jobtitle|nickname'
            r'|(business|home|other)(street\d?|city|state|postalcode|country(region)?|addresspobox|fax|phone\d?)'
            r'|assistantsphone|callback|carphone|companymainphone|isdn|pager|primaryphone|radiophone|ttytddphone|telex'
            r'|account|anniversary|assistantsname|billinginformation|categories|children|directoryserver'
            r'|email\d?(type|displayname)|gender|governmentidnumber|hobby|schools|imaddress|initials'
            r'|internetfreebusy|keywords|language1?|location|managersname|mileage|notes|officelocation'
            r'|organizationalidnumber|personalwebpage|priority|private|profession|referredby|sensitivity|spouse'
            r'|user\d|webpage')
_OPENEMR = (r'id|uuid|pubpid|title|language|financial|suffix|birth.*|preferredname|name|street.*|postalcode'
            r'|city|state|countrycode|county|driverslicense|ss|occupation|phone.*|pharmacyid|status|contact.*|date|sex'
            r'|gender.*|sexualorientation|pronoun|referrer.*|provider.*|ref.*|email.*|ethn.*|race|religion|interp.*'
            r'|migrant.*|familysize|monthlyincome|billingnote|homeless|financialreview|genericname.*|genericval.*|hipaa.*'
            r'|.*mothersname|guardian.*|mothersname|squad|fitness|usertext\d|userlist\d|pricelevel|regdate'
            r'|contrastart|completedad|adreviewed|vfc|allow.*|deceased.*|soapimport.*|cmsportallogin|careteam.*'
            r'|industry|imm.*|publicity.*|protect.*|prevention.*|additionaladdresses|dupscore'
            r'|.*updated(by|date)|createdby|lastupdated|nationality.*|tribal.*|portal.*|patientgroups|lastvisit|zip')
_CLINIKO = ('id|title|preferred.*|fullname|age|sex|gender.*|pronouns?|address.*|suburb|city|state|postcode|country.*'
            '|timezone|emergencycontact|occupation|medicare.*|dva.*|healthfund.*|notes|appointmentnotes|referral.*'
            '|referring.*|reminder.*|receives.*|accepted.*|archived.*|deleted.*|created.*|updated.*|concession.*'
            '|invoice.*|oldreferenceid|unapplied.*|fax.*|extra.*|customfields?.*|merged.*|label|link|url')
_CLINIKO_VISITS = ('id|patient(name)?|business(id|name)?|appointmenttypeid|practitionerid|.*at|arrived|patientarrived'
                   '|notes|bookingip.*|cancellation.*|invoice.*|patientcase.*|telehealth.*|repeat.*|treatmentnote.*'
                   '|emailremindersent|smsremindersent|onlinebooking.*|conflicts|max.*|unavailable.*')

PROGRAMS = (
    _program('Google Contacts', 'patients', 'firstname fileas phoneticfirstname', _GOOGLE),
    _program('Google Contacts', 'patients', 'givenname familyname yominame', _GOOGLE),
    _program('Google Contacts', 'patients', 'givenname familyname groupmembership', _GOOGLE),
    _program('Outlook contacts', 'patients', 'firstname lastname emailaddress businessphone mobilephone', _OUTLOOK),
    _program('OpenEMR (table patient_data)', 'patients', 'fname lname pid', _OPENEMR),
    _program('OpenEMR (patient list)', 'patients', 'lastvisit first last homephone', _OPENEMR,
             'OpenEMR\'s patient list is known to write family names under "First". If the example shows a name the '
             'wrong way round, add: --map first_name=Last --map last_name=First'),
    _program('OpenEMR (calendar)', 'visits', 'pceventdate pcstarttime pcpid', r'pc.*|uuid'),
    _program('Easy!Appointments (customers)', 'patients', 'firstname lastname zipcode timezone',
             r'id|address|city|state|zipcode|timezone|language|notes|.*datetime|idroles|isprivate|ldapdn|customfield\d'),
    _program('Easy!Appointments (appointments)', 'visits', 'startdatetime iduserscustomer',
             'id|.*datetime|location|notes|hash|color|id.*calendar|idrecurring.*'),
    _program('Easy!Appointments (appointments)', 'visits', 'customerid providerid serviceid start',
             'id|book.*|location|notes|hash|color|.*calendarid'),
    _program('Cliniko (patients)', 'patients', 'firstname lastname dateofbirth remindertype', _CLINIKO),
    _program('Cliniko (patients)', 'patients', 'firstname lastname dateofbirth referralsource', _CLINIKO),
    _program('Cliniko (patients)', 'patients', 'firstname lastname dateofbirth oldreferenceid', _CLINIKO),
    _program('Cliniko (appointments)', 'visits', 'patientid practitioner appointmenttype', _CLINIKO_VISITS),
    _program('Cliniko (appointments)', 'visits', 'patientid startsat endsat practitionerid', _CLINIKO_VISITS),
)
