"""Reading the fields of a form, shared by every form: a Reader gives typed values and collects what will not do.

    def read_room(form):
        read = fields.Reader(form)
        return read.checked({'name': read.text('name', longest=60)})

Below it stand the functions that read a text by itself. Each gives a typed value or raises ValueError with a sentence.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta

from app import clock
from app.errors import Refused
from app.forms import days
from app.mail import addresses

_INVISIBLE = re.compile('[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')     # come along when numbers are pasted
# The same in text, but for the two joiners (U+200C, U+200D) that Persian, Hindi and emoji need. Among them are the
# signs that turn the direction of writing: in a name, they would turn what is printed after it (Unicode, UAX 9).
_UNSEEN = re.compile('[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_BLANKS = '\u115f\u1160\u2800\u3164\uffa0'        # letters and signs by their category, and yet nothing to be seen
_PHONE = re.compile(r'(\+?[0-9 ()./-]*[0-9).])(?:[ ,;]*(?:ext|extension|x)\.? ?([0-9]{1,6}))?', re.IGNORECASE)
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2099, 12, 31)      # of the table calendar
EARLIEST = date(1900, 1, 1)         # nobody was born before, and nothing is older
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
CHOOSE = 'Please choose one.'
NOT_BORN = 'Please check the year: a birthday is in the past.'
NO_ADDRESS = 'A name cannot hold a web or e-mail address. If this is a name, please write a space after each dot.'
# Endings of addresses that mail programs know and advertisers use. Not among them: what names and titles end in too,
# such as Dr.Li, Dr.Ng, Dr.med. and Dr.in.
_ENDINGS = ('com net org info biz name mobi pro app dev page site website web online live life world today news shop '
            'store sale vip win bid bet casino club fun games link click top xyz icu space tech cloud host email work '
            'loan money cash credit love dating sex porn tv io ai me cc co gg ly tk ml ga cf gq ws sh eu uk us ca de '
            'at ch nl be fr es pt it pl cz sk se dk fi ro bg hu gr tr ru ua by kz cn hk tw jp kr vn th id ph au nz br '
            'mx ar za рф').split()
# word.ending, where no more of a word follows; or any ending before a slash. A single letter is an initial: J.Me
_WEB = re.compile(rf'http|://|www\.|@|xn--|[\w-]{{2}}\.(?:{"|".join(_ENDINGS)})(?![\w-]|\.\w)|\w\.[^\W\d_]{{2,}}/')
_HTTPS = re.compile(r"https://(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9/?#\[\]@!$&()*+,;=:._~%'-]*)?",
                    re.ASCII | re.IGNORECASE)
_DOTS = str.maketrans('。．｡', '...')


class Reader:
    """Reads the fields of one form ({name: text}), or of the query of a link.

    Each method gives the field's typed value, or None after it has put a sentence for people into errors ({name:
    sentence}). An empty optional field gives None and no sentence. Who reads with patience does not ask for errors.
    """

    def __init__(self, form: dict[str, str]):
        self.form, self.errors = form, {}

    def refuse(self, name: str, sentence: str):
        """Write down why a field will not do."""
        self.errors[name] = sentence

    def checked(self, values=None):
        """The values. Raises Refused where any field was found wrong."""
        if self.errors:
            raise Refused(self.errors)
        return values

    def parsed(self, name: str, parse: Callable[[str], object], *, required=True):
        """What parse makes of the text without spaces around it; it raises ValueError with a sentence."""
        typed = _INVISIBLE.sub('', self.form.get(name, '')).strip()
        if not typed:
            return self.refuse(name, missing(name)) if required else None
        try:
            return parse(typed)
        except ValueError as wrong:
            return self.refuse(name, str(wrong))

    def text(self, name: str, *, longest: int, required=True, lines=False) -> str | None:
        """Text without spaces around it or invisible signs in it; lines=True keeps line breaks.

        An empty optional field gives ''. Text of which nothing can be seen is empty.
        """
        typed = _UNSEEN.sub('', self.form.get(name, ''))
        typed = typed.strip() if lines else re.sub('[\t\n]', ' ', typed).strip()
        if not any(map(_is_seen, typed)):
            typed = ''
        if required and not typed:
            self.refuse(name, missing(name))
        elif len(typed) > longest:
            self.refuse(name, f'Please use at most {longest} characters; this has {len(typed)}.')
        return None if name in self.errors else typed

    def full_name(self, name: str = 'full_name') -> str | None:
        """Somebody's name. It holds no address of the web: names stand in mail, where programs make links of them."""
        typed = self.text(name, longest=120)
        return self.refuse(name, NO_ADDRESS) if typed and has_web_address(typed) else typed

    def secret(self, name: str) -> str | None:
        """A password, as it was typed."""
        return self.form.get(name) or self.refuse(name, missing(name))

    def email(self, name: str, *, required=True) -> str | None:
        """An e-mail address, see addresses.read()."""
        return self.parsed(name, addresses.read, required=required)

    def phone(self, name: str) -> str | None:
        """A phone number, see phone_number(); it may be left out."""
        return self.parsed(name, phone_number, required=False)

    def web_link(self, name: str) -> str | None:
        """The address of a page, which may be left out. It begins with https://, see https_link()."""
        return self.parsed(name, https_link, required=False)

    def whole_number(self, name: str, *, least: int, most: int, required=True) -> int | None:
        """A whole number in ASCII digits."""
        def parse(typed):
            if not re.fullmatch('[0-9]{1,9}', typed) or not least <= int(typed) <= most:
                raise ValueError(f'Please write a whole number from {least} to {most}.')
            return int(typed)
        return self.parsed(name, parse, required=required)

    def identity(self, name: str, *, required=True) -> int | None:
        """A record's key, as the pages print it."""
        typed = self.form.get(name, '')
        if re.fullmatch('[1-9][0-9]{0,8}', typed):
            return int(typed)
        return self.refuse(name, CHOOSE) if typed or required else None

    def choice(self, name: str, options, *, required=True) -> str | None:
        """One of the options (a collection of texts)."""
        typed = self.form.get(name, '')
        if not typed and not required:
            return None
        return typed if typed in options else self.refuse(name, CHOOSE)

    def ticked(self, name: str) -> bool:
        """Whether a check box was ticked."""
        return self.form.get(name, '') != ''

    def ticked_keys(self, what: str) -> set[int]:
        """The keys of a list of check boxes: service_3 and service_7 → {3, 7}. A name may come once in a form."""
        names = (name.removeprefix(f'{what}_') for name in self.form if name.startswith(f'{what}_'))
        return {int(key) for key in names if re.fullmatch('[1-9][0-9]{0,8}', key)}

    def day(self, name: str, *, required=True, earliest: date = EARLIEST, latest: date = LAST_DAY,
            outside='Please choose a day between {earliest.year} and {latest.year}.') -> date | None:
        """A day written YYYY-MM-DD, within the bounds."""
        found = self.parsed(name, days.iso, required=required)
        if found and not earliest <= found <= latest:
            return self.refuse(name, outside.format(earliest=earliest, latest=latest))
        return found

    def last_day(self, name: str, first: date | None, **bounds) -> date | None:
        """The last day of a stretch, which may be left out. first: its first day, None where nobody knows it."""
        last = self.day(name, required=False, **bounds)
        if first and last and last < first:
            return self.refuse(name, 'The last day comes before the first.')
        return last

    def page_day(self, *, required=False) -> date | None:
        """The field day: the day that a page shows, perhaps with the weeks beside it, within the calendar."""
        return self.day('day', required=required, earliest=FIRST_DAY + A_WEEK, latest=LAST_DAY - A_WEEK)

    def birth_date(self, *, required=False) -> date | None:
        """A date of birth, not in the future: birth_date_day, _month and _year, or birth_date, written YYYY-MM-DD."""
        if 'birth_date' in self.form:
            return self.day('birth_date', required=required, latest=clock.today(), outside=NOT_BORN)
        typed = {part: _INVISIBLE.sub('', self.form.get(f'birth_date_{part}', '')).strip() for part in days.PARTS}
        if not any(typed.values()):
            return self.refuse('birth_date_day', missing('birth_date')) if required else None
        try:
            found = days.of_parts(**typed)
        except days.PartError as wrong:
            return self.refuse(f'birth_date_{wrong.part}', str(wrong))
        return found if EARLIEST <= found <= clock.today() else self.refuse('birth_date_year', NOT_BORN)

    def moment(self, name: str, *, outside=days.CHOOSE_TIME) -> datetime | None:
        """A clinic-local time written YYYY-MM-DDTHH:MM (naive), within the calendar."""
        found = self.parsed(name, days.iso_moment)
        if found and not FIRST_DAY <= found.date() <= LAST_DAY:
            return self.refuse(name, outside)
        return found


def has_web_address(text: str) -> bool:
    """Whether a text holds what a mail program may make a link of: evil.com, www.evil, t.me/evil, a@evil."""
    return bool(_WEB.search(unicodedata.normalize('NFKC', text).translate(_DOTS).lower()))


def https_link(typed: str) -> str:
    """The address of a page as browsers show it: https, a host, no spaces or quotes, at most 300 ASCII signs."""
    if len(typed) > 300 or not _HTTPS.fullmatch(typed):
        raise ValueError('Please write a link that begins with https://, such as https://meet.example.com/your-room.')
    return typed


def missing(name: str) -> str:
    """The sentence for a field that was left empty. It names the field, for it stands in the summary too."""
    said = {'email': 'e-mail address', 'birth_date': 'date of birth'}.get(name, name.replace('_', ' '))
    return f'Please fill in: {said}.'


def _is_seen(sign):
    """Whether a sign leaves ink: no blank, no control, no mark without a letter (Unicode, general category)."""
    return sign not in _BLANKS and unicodedata.category(sign)[0] in 'LNPS'


def phone_number(typed: str) -> str:
    """A phone number as people write it, with 5 to 15 digits, perhaps "ext 5"."""
    found = re.sub(r'\s+', ' ', unicodedata.normalize('NFKC', typed)).strip()
    found = re.sub('[\u2010-\u2015]', '-', found)
    match = _PHONE.fullmatch(found)
    if len(found) > 30 or not match or not 5 <= len(re.findall('[0-9]', match[1])) <= 15:
        raise ValueError('Please write a phone number such as +49 30 123456: digits, spaces and ( ) / . -')
    return f'{match[1]} ext {match[2]}' if match[2] else found
