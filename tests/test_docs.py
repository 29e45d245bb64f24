"""What is written about the project is held to the project."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

from tests import url_table

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / 'README.md', ROOT / 'CONTRIBUTING.md', *sorted((ROOT / 'docs').glob('*.md'))]


def test_the_table_of_addresses_is_what_the_routes_are():
    assert (ROOT / 'docs/urls.md').read_text() == url_table.table(), 'python -m tests.url_table > docs/urls.md'


def test_links_and_files_that_are_named_exist():
    missing = []
    for page in PAGES:
        text = page.read_text()
        for target in re.findall(r'\]\(([^)#:]+)\)', text):
            if not (page.parent / target).exists():
                missing.append(f'{page.name}: {target}')
        for target in re.findall(r'\b(?:app|db|views|tests|bench|deploy|tools)/[\w/.-]+\.\w+', text):
            if not (ROOT / target).exists() and 'local' not in target:
                missing.append(f'{page.name}: {target}')

    assert not missing


def test_commands_that_are_named_exist():
    listed = subprocess.run([sys.executable, 'clinic.py'], cwd=ROOT, capture_output=True, text=True).stdout
    targets = re.findall(r'^([a-z][a-z-]*):', (ROOT / 'Makefile').read_text(), re.MULTILINE)
    text = '\n'.join(page.read_text() for page in PAGES)
    unknown = [name for name in set(re.findall(r'clinic\.py ([a-z][a-z-]+)', text)) if name not in listed]
    unknown += [name for name in set(re.findall(r'(?:`|^ {4}|\n {4})make ([a-z][a-z-]+)', text)) if name not in targets]

    assert not unknown


def blocks(page):
    """The indented blocks of a page, as they are typed."""
    found = re.findall(r'(?:^ {4,}\S.*\n|^\n(?= {4,}\S))+', page.read_text(), re.MULTILINE)
    return [textwrap.dedent(block) for block in found]


def test_what_is_to_be_typed_is_what_a_shell_can_read():
    typed = [block for page in PAGES for block in blocks(page)]
    said = [subprocess.run(['bash', '-n'], input=block, capture_output=True, text=True).stderr for block in typed
            if not block.lstrip().startswith(('POST ', 'id='))]

    assert len(typed) > 30
    assert not list(filter(None, said))


def test_a_page_that_shows_python_says_which_python_that_is():
    shown = [page for page in PAGES if any(re.search('^python ', block, re.MULTILINE) for block in blocks(page))]

    assert shown and not [page.name for page in shown if '. .venv/bin/activate' not in page.read_text()]


def test_units_that_the_guide_starts_are_in_deploy():
    text = '\n'.join(blocks(ROOT / 'docs/production.md'))
    named = set(re.findall(r'\b(clinic[\w-]*@?)(?:\$?\w+)?(\.(?:service|socket|timer|target))', text))

    assert len(named) > 4
    assert not [name + kind for name, kind in named if not (ROOT / 'deploy' / (name + kind)).exists()]
