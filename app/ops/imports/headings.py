"""Which heading of a file is which of our columns."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from app.ops.imports import programs
from app.ops.imports.text import FileError


@dataclass(frozen=True)
class Options:
    """What was asked for beside the file. Each is as its option of the commands, see docs/moving-in.md.

    maps: our column → the headings that mean it. values: (our column, what a cell says) → what that means here.
    """
    commit: bool = False
    update: bool = False
    dates: str | None = None
    encoding: str | None = None
    maps: dict = field(default_factory=dict)
    ignore: tuple = ()
    ignore_others: bool = False
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Columns:
    """The columns of one file. used: our column → where its headings stand, the one that counts first.

    left_out: headings of a known program that have no place here, and those to be ignored. unused: all others.
    """
    names: list[str]
    used: dict[str, list[int]]
    program: programs.Program | None
    left_out: list[int]
    unused: list[int]

    def shown(self, ours: str) -> str:
        """The headings of one of our columns, for people."""
        return ', else '.join(self.names[number] for number in self.used[ours])


def key(heading: str) -> str:
    """What headings are compared by: letters and digits, without case and accents. "E-Mail" is "email"."""
    bare = unicodedata.normalize('NFKD', heading).casefold()
    return ''.join(sign for sign in bare if sign.isalnum())


def known(kind: str, cells: list[str], options: Options) -> int:
    """How many of these cells are headings that we know: what tells the headings' line from all others."""
    words = {word for theirs in programs.HEADINGS[kind].values() for word in theirs}
    words |= {key(theirs) for headings in options.maps.values() for theirs in headings}
    return len(words.intersection(map(key, cells)))


def resolve(kind: str, names: list[str], options: Options) -> Columns:
    """Find our columns among a file's headings. Raises FileError where what was asked for is not there."""
    keys = [key(name) for name in names]
    _check_asked(kind, names, keys, options)
    program = next((one for one in programs.PROGRAMS if one.kind == kind and one.marks <= {*keys}), None)
    ignored = {number for number, one in enumerate(keys) if one in set(map(key, options.ignore))}
    used = _used(kind, keys, ignored, options)
    taken = [number for numbers in used.values() for number in numbers]
    twice = [names[number] for number in taken if keys.count(keys[number]) > 1]
    if twice:
        raise FileError(f'The heading "{twice[0]}" stands there twice.')
    rest = [number for number in range(len(names)) if number not in taken]
    left_out = [number for number in rest if number in ignored or options.ignore_others
                or program and program.left_out.fullmatch(keys[number])]
    return Columns(names, used, program, left_out, [number for number in rest if number not in left_out])


def _used(kind, keys, ignored, options) -> dict[str, list[int]]:
    used = {ours: [keys.index(key(theirs)) for theirs in headings] for ours, headings in options.maps.items()}
    taken = ignored | {number for numbers in used.values() for number in numbers}
    for ours, theirs in programs.HEADINGS[kind].items():
        found = [keys.index(word) for word in theirs if word in keys and keys.index(word) not in taken]
        if found and ours not in used:
            used[ours] = found if ours in programs.MANY else found[:1]
            taken.update(used[ours])
    return used


def _check_asked(kind, names, keys, options):
    ours = programs.HEADINGS[kind]
    for column, headings in options.maps.items():
        if column not in ours:
            raise FileError(f'There is no column "{column}" to map to: there are {", ".join(ours)}.')
        for heading in headings:
            _check_there(heading, names, keys)
    twice = [one for one, count in Counter(key(one) for headings in options.maps.values() for one in headings).items()
             if count > 1]
    if twice:
        raise FileError(f'"{twice[0]}" is mapped twice.')
    for heading in options.ignore:
        _check_there(heading, names, keys)


def _check_there(heading, names, keys):
    if key(heading) not in keys:
        raise FileError(f'The file has no heading "{heading}": it has {", ".join(filter(None, names))}.')
