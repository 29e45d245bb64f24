"""The form of one of the clinic's own texts."""

from typing import NamedTuple

from app.forms import fields


class Kind(NamedTuple):
    """title: as pages call it. longest: characters. where: the sentence that says where it is shown."""

    title: str
    longest: int
    where: str


# A text of 16,000 characters, whatever they are, fits into the column (65,535 bytes).
KINDS = {
    'privacy': Kind('Privacy notice', 16_000, 'Every page links to it. Whoever registers agrees to it.'),
    'imprint': Kind('Imprint', 4_000, 'Who runs this site. Every page links to it.'),
    'booking': Kind('Before booking', 1_000, 'Shown before patients choose a time: what to do in an emergency, and '
                                             'whatever they should know first.'),
    'news': Kind('News', 500, 'Shown on the first page, and to patients before they book.'),
}


def read_text(form: dict) -> dict:
    """kind, body ('' takes the text away), seen_version (0: the form showed none). Raises Refused."""
    read = fields.Reader(form)
    kind = read_kind(form)
    return read.checked({'kind': kind, 'seen_version': read.identity('seen_version', required=False) or 0,
                         'body': read.text('body', longest=KINDS[kind].longest, required=False, lines=True)})


def read_kind(form: dict) -> str:
    """Which text a form or a link is about: one of KINDS, the first where it says nothing that we know."""
    return form['kind'] if form.get('kind') in KINDS else next(iter(KINDS))


def read_version(query: dict) -> int | None:
    """The version that a link names, None for the one that holds."""
    return fields.Reader(query).identity('version')
