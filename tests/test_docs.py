"""What is written about the project is held to the project."""

import re
import subprocess
import sys
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
