"""What is written about the project is held to the project."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

from app.database.link import QUERIES
from app.learn import files, grids, lessons, places, trying, typed
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support import url_table
from tests.support.people import PETRA
from tests.support.statements import statements

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / 'README.md', ROOT / 'CONTRIBUTING.md', ROOT / 'SECURITY.md', *sorted((ROOT / 'docs').glob('*.md'))]


def test_the_table_of_addresses_is_what_the_routes_are():
    assert (ROOT / 'docs/urls.md').read_text() == url_table.table(), 'python -m tests.support.url_table > docs/urls.md'


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


def test_what_is_promised_names_tests_that_exist():
    named = set(re.findall(r'`(test_\w+)`', (ROOT / 'SECURITY.md').read_text()))

    assert len(named) > 30
    assert [name for name in named if not (ROOT / 'tests' / f'{name}.py').exists()] == []


def test_every_chapter_of_the_standard_is_answered():
    text = (ROOT / 'SECURITY.md').read_text()
    rows = re.findall(r'^\| V(\d+) [^|]+ \| (met|partly|none) \| [^|]+ \| [^|]+ \|$', text, re.MULTILINE)

    assert [int(number) for number, _ in rows] == list(range(1, 18))


def test_commands_that_are_named_exist():
    listed = subprocess.run([sys.executable, 'clinic.py'], cwd=ROOT, capture_output=True, text=True).stdout
    targets = re.findall(r'^([a-z][a-z-]*):', (ROOT / 'Makefile').read_text(), re.MULTILINE)
    text = '\n'.join(page.read_text() for page in PAGES)
    unknown = [name for name in set(re.findall(r'clinic\.py ([a-z][a-z-]+)', text)) if name not in listed]
    unknown += [name for name in set(re.findall(r'(?:`|^ {4}|\n {4})make ([a-z][a-z-]+)', text)) if name not in targets]

    assert not unknown


def blocks(page):
    """The indented blocks of a page, as they are typed."""
    text = re.sub(r'^```.*?^```$', '', page.read_text(), flags=re.MULTILINE | re.DOTALL)     # not what is printed
    found = re.findall(r'(?:^ {4,}\S.*\n|^\n(?= {4,}\S))+', text, re.MULTILINE)
    return [textwrap.dedent(block) for block in found]


def test_what_is_to_be_typed_is_what_a_shell_can_read():
    typed = [block for page in PAGES for block in blocks(page)]
    said = [subprocess.run(['bash', '-n'], input=block, capture_output=True, text=True).stderr for block in typed
            if not block.lstrip().startswith(('POST ', 'id=', 'INSERT '))]

    assert len(typed) > 30
    assert not list(filter(None, said))


def test_each_step_of_the_guide_stops_at_its_first_failure():
    typed = [block for block in blocks(ROOT / 'docs/production.md') if 'Step ' in block or 'certbot' in block]

    assert len(typed) > 7
    assert all(re.match(r'\n?\(\nset -eo? ?', block) and ' is done' in block for block in typed)


def test_the_mail_catcher_belongs_to_the_trial_alone():
    compose = (ROOT / 'docker-compose.yml').read_text()
    others, _, catcher = compose.partition('\n  mail:\n')

    assert 'profiles: [trial]' in catcher.partition('\n\n')[0]
    assert 'SMTP_HOST: ${SMTP_HOST:-}\n' in compose and 'mail:' not in others.partition('services:')[2]


def test_a_page_that_shows_python_says_which_python_that_is():
    shown = [page for page in PAGES if any(re.search('^python ', block, re.MULTILINE) for block in blocks(page))]

    assert shown and not [page.name for page in shown if '. .venv/bin/activate' not in page.read_text()]


def test_units_that_the_guide_starts_are_in_deploy():
    text = '\n'.join(blocks(ROOT / 'docs/production.md'))
    named = set(re.findall(r'\b(clinic[\w-]*@?)(?:\$?\w+)?(\.(?:service|socket|timer|target))', text))

    assert len(named) > 4
    assert not [name + kind for name, kind in named if not (ROOT / 'deploy' / (name + kind)).exists()]


def test_the_index_of_techniques_lists_every_file_with_a_lesson_once():
    listed = re.findall(r'^- .+ → \[(\S+)\]\(\.\./db/queries/\1\.sql\)$', (ROOT / 'docs/sql-index.md').read_text(),
                        re.MULTILINE)
    lessons = [path.relative_to(QUERIES).as_posix()[:-4] for path in QUERIES.rglob('*.sql')
               if '\n-- Lesson:' in path.read_text()]

    assert sorted(listed) == sorted(lessons)


def test_the_readme_tells_a_booking_in_the_order_of_its_statements(cast, at):
    told = re.findall(r'^ +db/queries/(\S+)\.sql', (ROOT / 'README.md').read_text(), re.MULTILINE)
    wanted = Wanted(patient_id=1, staff_id=1, service_id=1, starts_at=at('10:00', 1))
    seen = statements(lambda: scheduling.book(PETRA, wanted))

    assert [name for name in seen if '/' in name] == told


def test_the_readme_shows_what_a_statement_answers(course):
    with places.connected('learn', 'lab') as link:
        rows = link.rows('rooms/list_all')
    grid = grids.grid(list(rows[0]), [tuple(row.values()) for row in rows])
    answer = f'{files.find("rooms/list_all").asks}\n\n{grid}'

    assert f'```text\n{answer}\n```' in (ROOT / 'README.md').read_text()


def test_the_readme_shows_a_booking_that_the_server_refuses(course):
    [line] = re.findall(r'clinic\.py sql appointments/insert (.*)', (ROOT / 'README.md').read_text())
    given = {name: typed.value(value) for name, value in re.findall(r"(\w+)='([^']*)'", line)}
    query = files.find('appointments/insert')

    assert re.match('1062.*staff_is_free', trying.run(query, query.tries | given).said)


def test_the_list_of_lessons_has_each_of_them():
    text = (ROOT / 'lessons/README.md').read_text()
    listed = re.findall(r'^\| \[(\d+)\]\(([\w-]+)/lesson\.md\) \| (.*?) \|', text, re.MULTILINE)

    assert listed == [(str(one.number), one.slug, one.title) for one in lessons.all_of_them()]
