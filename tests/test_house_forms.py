"""How forms are read: a Reader collects what will not do; nobody carries a dict of errors from field to field."""

import re
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / 'app'
SOURCES = sorted(APP.rglob('*.py'))
READER = APP / 'forms' / 'fields.py'


@pytest.mark.parametrize('source', SOURCES, ids=lambda path: str(path.relative_to(APP)))
def test_no_form_reader_collects_errors_by_itself(source):
    made = re.findall(r'(?m)^ *errors(?:, \w+)* = \{\}|def \w+\([^)]*\berrors(?:[,)]|: dict)', source.read_text())

    assert not made, f'please use fields.Reader: {made}'


def test_the_calendars_last_day_stands_once():
    assert [path for path in SOURCES if 'date(2099, 12' in path.read_text('utf-8')] == [READER]


def test_sentences_about_days_stand_once():
    text = '\n'.join(path.read_text('utf-8') for path in SOURCES)

    for sentence in ('a birthday is in the past', 'The last day comes before the first'):
        assert text.count(sentence) == 1, sentence
