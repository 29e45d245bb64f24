"""Reading a file as text: which encoding it is in, found out by its bytes."""

import re
import unicodedata
from pathlib import Path

BYTE_ORDER_MARKS = {b'\xef\xbb\xbf': 'utf-8-sig', b'\xff\xfe': 'utf-16', b'\xfe\xff': 'utf-16'}
NAMES = {'utf-8': 'UTF-8', 'utf-8-sig': 'UTF-8 with a byte order mark', 'utf-16': 'UTF-16', 'utf-16-le': 'UTF-16',
         'utf-16-be': 'UTF-16', 'cp1252': 'Windows-1252'}


class FileError(Exception):
    """The file cannot be read as a table; the text is one sentence that says where."""


def read(file: Path, encoding: str | None = None) -> tuple[str, str]:
    """(the file's text, the name of its encoding for people). encoding: one that was asked for. Raises FileError."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FileError(f'{file} cannot be read: {error.strerror}.') from None
    encoding = encoding or _recognised(file, data)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise FileError(f'No encoding is called "{encoding}": utf-8, utf-16, cp1252 and cp1250 are some that are.') \
            from None
    except UnicodeDecodeError as error:
        line = data.count(b'\n', 0, error.start) + 1
        raise FileError(f'{file}, line {line}, is not text in {NAMES.get(encoding, encoding)}.') from None
    text = text.removeprefix('\ufeff')
    if not text.strip():
        raise FileError(f'{file} is empty.')
    return unicodedata.normalize('NFC', text), NAMES.get(encoding, encoding)


def _recognised(file: Path, data: bytes) -> str:
    """The encoding: by its byte order mark, by the zeros of UTF-16, else UTF-8, else what Windows writes."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    if b'\x00' in data:
        return _with_zeros(file, data)
    try:
        data.decode('utf-8')
    except UnicodeDecodeError as error:
        return _without_utf_8(file, data, error)
    return 'utf-8'


def _with_zeros(file, data) -> str:
    """UTF-16, whose every comma and figure brings a zero, all on the same side; any other file is no text."""
    even, odd = data[:1000:2].count(0), data[1:1000:2].count(0)
    if max(even, odd) * 10 < len(data[:1000:2]):
        line = data.count(b'\n', 0, data.index(0)) + 1
        raise FileError(f'{file}, line {line}, holds a zero byte, which no text does: mend that line, or save the file '
                        'as CSV again.')
    if min(even, odd) * 4 > max(even, odd):
        raise FileError(f'{file} is not a text file: save it as CSV and try again.')
    return 'utf-16-be' if even > odd else 'utf-16-le'


def _without_utf_8(file, data, error) -> str:
    """Windows-1252, unless the file is UTF-8 with a damaged line: then every accent would be read wrong."""
    line = data.count(b'\n', 0, error.start) + 1
    if re.search('[^\x00-\x7f]', data.decode('utf-8', 'ignore')):
        raise FileError(f'{file}, line {line}, is not UTF-8 as the rest of the file is: mend that line, or name the '
                        "file's encoding (--encoding cp1252).")
    return 'cp1252'
