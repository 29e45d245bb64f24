"""Passwords: hashing them within bounds, and refusing those that others would guess.

bcrypt reads 72 bytes and no more, so longer passwords are refused with a sentence rather than cut. (Hashing them first
would lift the limit, at the price of a key whose loss locks everybody out.)
"""

import functools
import re
import string
from pathlib import Path

import bcrypt

from app.accounts import turns
from app.accounts.turns import SOMEBODY, Who

BCRYPT_COST = 12            # about a quarter of a second; raise it as machines get faster, hashes follow at sign-in
LEAST_CHARACTERS = 12
MOST_BYTES = 72
WAIT_SECONDS = 2            # for a turn, then the visitor is asked to try again
# More hashes at once than two would only make every page wait for the processor. Strangers never take both places.
_line = turns.Line(at_work=2, strangers_at_work=1, inside=5, strangers_inside=3, share=2)

# What people type when asked for something long. Found forwards and backwards, anywhere in the password.
_ROWS = ('01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm',
         'azertyuiop', 'qsdfghjklm', 'wxcvbn', '1qaz2wsx3edc4rfv', 'q1w2e3r4t5y6u7i8o9p0', '1q2w3e4r5t6y7u8i9o0p',
         'qazwsxedcrfvtgbyhnujmikolp', 'qazxswedcvfrtgbnhy', '1qazxsw23edcvfr4', 'zaq12wsxcde34rfv', 'zaq1xsw2cde3vfr4',
         '123qweasdzxc', 'zxcasdqwe123', '1234qwerasdfzxcv', '112233445566778899', '0102030405060708090',
         '123456789101112131415')


def _signs_but(kept):
    return re.compile(rf'[\s{re.escape("".join(sign for sign in string.punctuation if sign not in kept))}]+')


_SIGNS = _signs_but('')
_STANDS_FOR = {'a': '4@', 'b': '8', 'c': '(', 'e': '3', 'g': '69', 'i': '1!|', 'l': '1!|', 'o': '0', 's': '5$',
               't': '7+', 'z': '2'}
_SHIFTED = str.maketrans('!@#$%^&*()', '1234567890')        # what a row of digits is with the shift key held
# A sign is a letter (p@ssw0rd), only there (password!), or a digit (!QAZ@WSX): each way is looked at.
_READINGS = (_SIGNS, _signs_but('@$'), _signs_but('@$!|(+'))
_SPARE = 5                  # characters beside known pieces that do not make a password: a year, an exclamation mark
_PIECES = 2                 # common words or rows that do not make one either; three or more are a phrase


def hash_password(password: str, who: Who = SOMEBODY) -> str:
    """The bcrypt hash to store, 60 characters. who: whose turn it takes. Raises Busy if none comes up."""
    with _line.turn(who, WAIT_SECONDS):
        return bcrypt.hashpw(password.encode(), bcrypt.gensalt(BCRYPT_COST)).decode('ascii')


def find_right(password: str, hashes: list[str | None], who: Who = SOMEBODY) -> int | None:
    """The place in the list of the first stored hash that a password belongs to, or None, in one turn of who's.

    A hash that is None, of an unknown account or one without a password yet, takes as long. Raises Busy if no turn
    comes up.
    """
    with _line.turn(who, WAIT_SECONDS):
        return next((place for place, stored in enumerate(hashes) if _is_right(password.encode(), stored)), None)


def matches(password: str, stored: str | None, who: Who = SOMEBODY) -> bool:
    """Whether a password belongs to a stored hash: see find_right."""
    return find_right(password, [stored], who) is not None


def _is_right(given, stored):
    possible = stored is not None and len(given) <= MOST_BYTES
    try:
        right = bcrypt.checkpw(given[:MOST_BYTES], (stored if possible else _nobodys_hash()).encode())
    except ValueError:          # a damaged hash
        right = bcrypt.checkpw(b'', _nobodys_hash().encode())
    return right


def expect_turn(who: Who):
    """Raise Busy at once where they would find no place in line, so that a flood costs no writing either."""
    _line.expect(who)


def is_outdated(stored: str) -> bool:
    """Whether a hash was made at another cost than today's: unknown accounts would then answer at another speed."""
    return not stored.startswith(f'$2b${BCRYPT_COST:02}$')


def complaint(password: str, email: str = '', full_name: str = '', clinic_name: str = '') -> str | None:
    """The sentence that says why a new password will not do, or None.

    No rules about digits or signs: they make passwords harder to remember, not to guess.
    """
    if len(password) < LEAST_CHARACTERS:
        return (f'Please use at least {LEAST_CHARACTERS} characters. '
                'Four words that only you would put together do well.')
    if len(password.encode()) > MOST_BYTES:
        return (f'Please use a shorter one: {MOST_BYTES} bytes at most, which is {MOST_BYTES} plain letters; '
                'accents, other scripts and emoji take two to four bytes each.')
    plain = _SIGNS.sub('', password.casefold())
    if _repeats(plain):
        return 'This repeats itself, so it is easily guessed. Please choose another.'
    own = _words(email.replace('@', ' ')) | _words(full_name) | _words(clinic_name)
    if any(_is_guessable(text, own) for text in _readings(password.casefold())):
        return ('This is among the passwords that are tried first: common words, rows of keys, your name. '
                'Please choose another.')
    return None


def _readings(text):
    """What a password may have been made from, by what its signs mean."""
    return {unread.sub('', text) for unread in _READINGS} | {_SIGNS.sub('', text.translate(_SHIFTED))}


def _nobodys_hash():
    """A well-formed hash of today's cost that no password has."""
    return f'$2b${BCRYPT_COST:02}$' + '.' * 53


def _repeats(plain):
    """abcabcabcabc, aaaaaaaaaaaa, or next to nothing besides signs."""
    return len(set(plain)) < _SPARE or plain in (plain + plain)[1:-1]


def _words(text):
    return {word for word in re.split(r'[\W_]+', text.casefold()) if len(word) > 2}


def _is_guessable(text, own):
    """Whether little is left of it without the visitor's own words and at most two different common ones."""
    for word in sorted(own, key=len, reverse=True):
        text = _written(word).sub('', text)
    for order in ((_without_words, _without_rows), (_without_rows, _without_words)):
        rest, pieces = text, set()
        for take_out in order:
            rest, taken = take_out(rest)
            pieces |= taken
        if len(_SIGNS.sub('', rest)) < _SPARE and len(pieces) <= _PIECES:
            return True
    return False


def _without_words(rest):
    """Take out common words; also which were taken."""
    taken = set()
    for word in _common():
        rest, count = _written(word).subn(' ', rest)
        taken |= {word} if count else set()
    return rest, taken


@functools.lru_cache(1000)
def _written(word):
    """The pattern of a word with digits and signs in place of some letters."""
    return re.compile(''.join(f'[{re.escape(letter + _STANDS_FOR.get(letter, ""))}]' for letter in word))


def _without_rows(rest):
    """Take out runs of four or more neighbouring or equal keys; also which were taken."""
    taken, start = set(), 0
    while start + 4 <= len(rest):
        length = max((n for n in range(4, len(rest) - start + 1) if _is_run(rest[start:start + n])), default=0)
        if length:
            taken.add(rest[start:start + length])
            rest = f'{rest[:start]} {rest[start + length:]}'
        start += 1
    return rest, taken


def _is_run(text):
    return len(set(text)) == 1 or any(text in row or text in row[::-1] for row in _ROWS)


@functools.cache
def _common():
    """Words and phrases that common passwords are made of, longest first."""
    lines = (Path(__file__).parent / 'common_passwords.txt').read_text(encoding='utf-8').splitlines()
    return sorted({line.strip() for line in lines if line and not line.startswith('#')}, key=len, reverse=True)
