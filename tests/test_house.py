"""How the code is laid out, held by looking at the code itself: each rule here is one that a reader may rely on."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / 'app').rglob('*.py'))
# The rooms from the lowest up: each imports from those before it, and from no other. The ground: modules of no folder.
ROOMS = ('config', 'the ground', 'database', 'mail', 'visits', 'accounts', 'clinic', 'reports', 'forms', 'ops',
         'learn', 'web', 'pages', 'routes', 'commands')


def name_of(path):
    """app/visits/rules.py → app.visits.rules"""
    return '.'.join(path.relative_to(ROOT).with_suffix('').parts).removesuffix('.__init__')


NAMES = {name_of(path) for path in MODULES}


def room_of(name):
    """app.visits.rules → visits; app.clock → the ground."""
    folder = name.split('.')[1] if name.count('.') else ''
    return folder if (ROOT / 'app' / folder).is_dir() and folder else 'the ground'


def arrows():
    """(importing module, imported module) for every import within app/, those inside functions too."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or '').split('.')[0] == 'app':
                for each in node.names:
                    name = f'{node.module}.{each.name}'
                    yield name_of(path), name if name in NAMES else node.module
            elif isinstance(node, ast.Import):
                yield from ((name_of(path), each.name) for each in node.names if each.name.split('.')[0] == 'app')


def test_every_folder_has_its_place_in_the_house():
    folders = {path.parent.relative_to(ROOT / 'app').parts[0] for path in MODULES if path.parent.name != 'app'}

    assert folders == {*ROOMS} - {'the ground'}
    the_map = ast.get_docstring(ast.parse((ROOT / 'app' / '__init__.py').read_text()))

    assert tuple(re.findall(r'^    (\w.*?) {2,}', the_map, re.MULTILINE)) == ROOMS


def test_no_room_looks_into_one_above_it():
    upwards = [f'{importing} → {imported}' for importing, imported in arrows() if imported != 'app'
               and ROOMS.index(room_of(imported)) > ROOMS.index(room_of(importing))]

    assert upwards == []


def test_no_two_modules_import_each_other():
    found = set(arrows())

    assert [pair for pair in found if pair[::-1] in found and pair[0] < pair[1]] == []


def test_no_page_imports_another():
    assert [pair for pair in arrows() if all(name.startswith('app.routes.') for name in pair)] == []


def test_nothing_in_the_application_imports_the_program():
    assert [path for path in MODULES if re.search(r'^(import|from) clinic\b', path.read_text(), re.MULTILINE)] == []


def functions():
    """(path:line name, names of the parameters) of every function in app/."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
                yield f'{path.relative_to(ROOT)}:{node.lineno} {node.name}', {each.arg for each in arguments}


def test_a_visitor_brings_their_own_ip():
    assert [where for where, names in functions() if 'visitor' in names and names & {'ip', 'address', 'device'}] == []


def test_a_visitor_and_the_clinic_are_read_by_attribute():
    """A dict would take any key, and give none away before somebody asks for it."""
    by_key = re.compile(r'\b(visitor|clinic)(\(\))?(\[|\.get\()')
    files = [*MODULES, *(ROOT / 'views').rglob('*.tpl')]
    found = {str(path.relative_to(ROOT)): by_key.findall(path.read_text()) for path in files}

    assert {path: hits for path, hits in found.items() if hits} == {}


def test_the_keys_of_a_request_stand_in_one_list():
    """Whatever is put into a request's environ, and whoever reads it, goes by a name of app/web/keys.py."""
    by_text = re.compile(r'''['"]clinic\.(?!css\b)\w+['"]''')
    found = {str(path.relative_to(ROOT)): list(by_text.findall(without_loggers(path.read_text())))
             for path in MODULES if path.name != 'keys.py'}

    assert {path: hits for path, hits in found.items() if hits} == {}


def without_loggers(text):
    return re.sub(r'''getLogger\(['"][\w.]+['"]\)''', '', text)


def test_nothing_is_attached_to_a_function_or_an_error_from_outside():
    """What an error or a handler tells is declared where it is made, so that it can be found there."""
    attached = re.compile(r'^ +(\w*(?:handler|error|refused|problem))\.\w+ = ', re.MULTILINE)
    asked = re.compile(r"getattr\((?:refused|route\.callback|callback|handler)\b")
    found = {str(path.relative_to(ROOT)): attached.findall(path.read_text()) + asked.findall(path.read_text())
             for path in MODULES}

    assert {path: hits for path, hits in found.items() if hits} == {}


# One noun for a feature

# What a feature is called, and where it stands: routes, forms, rules, views, statements. Empty: it has no such part.
NOUNS = {
    'home': ('home', '', '', 'home', ''),
    'api': ('api', 'api', '', '', ''),
    'sign_in': ('account/sign_in', 'sign_in', 'accounts/sign_in', 'account/sign_in', 'sign_in_attempts'),
    'passwords': ('account/passwords', '', 'accounts/passwords', '', 'password_resets'),
    'addresses': ('account/addresses', '', 'accounts/addresses', '', ''),
    'profile': ('account/profile staff/profile', 'profile', 'accounts/profile clinic/profile',
                'account/profile staff/profile', ''),
    'second_factors': ('account/second_factors admin/second_factors', 'second_factors', 'accounts/second_factors',
                       'account/second_factors admin/second_factors', 'second_factors'),
    'relatives': ('account/relatives', '', '', 'account/relatives', ''),
    'sign_ins': ('account/sign_ins', '', '', 'account/sign_ins', ''),
    'booking': ('patient/booking', 'booking', 'visits/scheduling visits/free_times', 'patient/booking', 'availability'),
    'visits': ('patient/visits admin/visits', 'visits', 'visits', 'patient/visits admin/visits', 'appointments'),
    'moves': ('patient/moves', '', '', '', ''),
    'mail_links': ('patient/mail_links', '', '', 'patient/mail_links', ''),
    'day': ('staff/day', '', '', 'staff/day', ''),
    'board': ('staff/board', '', 'visits/board', 'staff/board', ''),
    'hours': ('staff/hours', 'hours', 'clinic/hours', 'staff/hours', 'working_hours'),
    'not_fitting': ('staff/not_fitting', 'not_fitting', 'visits/not_fitting', 'staff/not_fitting', ''),
    'away': ('staff/away', 'away', '', 'staff/away', ''),
    'calls': ('staff/calls', 'calls', 'visits/calls', 'staff/calls', 'calls'),
    'handover': ('admin/handover', '', 'visits/handover', 'admin/handover', ''),
    'new_accounts': ('staff/new_accounts', '', 'visits/new_accounts', 'staff/new_accounts', ''),
    'desk': ('staff/desk', 'desk', 'visits/desk', 'staff/desk', ''),
    'patients': ('staff/patients admin/patients', 'patients', 'clinic/patients', 'staff/patients admin/patients',
                 'patients'),
    'record_views': ('', '', 'visits/record_views', '', 'record_views'),
    'merging': ('staff/merging', 'merging', 'visits/merging accounts/joining', 'staff/merging', ''),
    'records': ('account/records', '', 'accounts/records', 'account/records', ''),
    'users': ('admin/users', 'users', 'accounts/users', 'admin/users', 'users'),
    'rooms': ('admin/rooms', 'rooms', 'clinic/rooms', 'admin/rooms', 'rooms'),
    'room_use': ('admin/room_use', '', 'reports/room_use', 'admin/room_use', ''),
    'services': ('admin/services', 'services', 'clinic/services', 'admin/services', 'services'),
    'closures': ('admin/closures', 'closures', 'clinic/closures', 'admin/closures', 'closures'),
    'settings': ('admin/settings', 'settings', 'clinic/settings', 'admin/settings', 'settings'),
    'texts': ('texts admin/texts', 'texts', 'clinic/texts', 'admin/texts', 'clinic_texts'),
    'retention': ('admin/retention', 'retention', 'clinic/retention', 'admin/retention', 'retention'),
    'agreements': ('', '', 'agreements', '', 'agreements'),
    'notifications': ('admin/notifications', '', 'mail/notifications', 'admin/notifications', 'notifications'),
    'audit': ('admin/audit', 'audit', 'audit', 'admin/audit', 'audit_log'),
    'reports': ('admin/reports', 'reports', 'reports/reports', 'admin/reports', 'reports'),
    'clinic': ('admin/clinic', '', '', 'admin/clinic', ''),
    'dashboard': ('admin/dashboard', '', '', 'admin/dashboard', ''),
    'tables': ('learn/tables', '', 'learn/tables', '', ''),
    'queries': ('learn/queries', '', '', '', ''),
    'start': ('learn/start', '', '', '', ''),
    'sql': ('learn/sql', '', '', '', ''),
    'race': ('learn/race', '', 'learn/race', '', ''),
    'injection': ('learn/injection', '', 'learn/injection', '', ''),
    'lessons': ('learn/lessons', '', 'learn/lessons', '', ''),
}
# Tables have names of their own, and the rules of booking are two.
CALLED_OTHERWISE = {'appointments': 'visits', 'working_hours': 'hours', 'audit_log': 'audit', 'availability': 'booking',
                    'scheduling': 'booking', 'free_times': 'booking', 'sign_in_attempts': 'sign_in',
                    'password_resets': 'passwords', 'clinic_texts': 'texts', 'joining': 'merging'}
OF_ALL_FORMS = {'fields', 'decoding', 'days', 'times', 'week_fields', 'overruling', 'lengths', 'who_books', '__init__'}
PLACES = ('app/routes', 'app/forms', 'app', 'views', 'db/queries')


def test_each_feature_has_one_noun_in_routes_forms_rules_views_and_statements():
    for noun, cells in NOUNS.items():
        for place, cell in zip(PLACES, cells, strict=True):
            for name in cell.split():
                path = ROOT / place / name
                last = name.rpartition('/')[2]
                assert CALLED_OTHERWISE.get(last, last) == noun, f'{place}/{name}'
                assert path.is_dir() or path.with_suffix('.py').exists() or path.with_suffix('.tpl').exists(), path


def test_every_page_and_every_form_belongs_to_a_noun():
    listed = [{name for cells in NOUNS.values() for name in cells[number].split()} for number in range(len(PLACES))]
    routes = {str(path.relative_to(ROOT / 'app/routes').with_suffix('')) for path in MODULES
              if path.is_relative_to(ROOT / 'app/routes') and path.stem != '__init__'}
    folders = {str(path.relative_to(ROOT / 'views')) for room in ('patient', 'staff', 'admin')
               for path in (ROOT / 'views' / room).iterdir() if path.is_dir() and path.name != 'parts'}

    assert routes == listed[0]
    assert {path.stem for path in (ROOT / 'app/forms').glob('*.py')} == listed[1] | OF_ALL_FORMS
    assert folders <= listed[3]


# Forms

def test_no_form_reader_collects_errors_by_itself():
    """fields.Reader collects what will not do; nobody carries a dict of errors from field to field."""
    carried = re.compile(r'^ *errors(?:, \w+)* = \{\}|def \w+\([^)]*\berrors(?:[,)]|: dict)', re.MULTILINE)

    assert [path for path in MODULES if carried.search(path.read_text())] == []


def test_the_calendars_last_day_stands_once():
    assert [name_of(path) for path in MODULES if 'date(2099, 12' in path.read_text()] == ['app.forms.fields']


def test_sentences_about_days_stand_once():
    text = '\n'.join(path.read_text() for path in MODULES)

    for sentence in ('a birthday is in the past', 'The last day comes before the first'):
        assert text.count(sentence) == 1, sentence


# Values

def test_a_public_function_says_what_its_dicts_hold():
    """A dict is a row of a statement's file or what a reader of forms gives; a docstring says which."""
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text())
        about = ast.get_docstring(tree) or ''
        for node in (each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name[0] != '_'):
            said = f'{about} {ast.get_docstring(node) or ""}'
            silent += [f'{name_of(path)}.{node.name}: {each.arg}' for each in node.args.args + node.args.kwonlyargs
                       if each.annotation and ast.unparse(each.annotation).startswith('dict')
                       and each.arg not in ('form', 'query') and not re.search(rf'\b{each.arg}\b', said)]

    assert silent == []


# Tests

TESTS = ROOT / 'tests'


def test_no_file_of_tests_asks_another():
    """What several files of tests need stands in tests/support or conftest.py; beside them stands nothing else."""
    asking = re.compile(r'^ *(?:from|import) tests(?:\.| import .*\b)test_\w+', re.MULTILINE)
    found = {str(path.relative_to(ROOT)): asking.findall(path.read_text())
             for folder in ('tests', 'bench', 'tools') for path in (ROOT / folder).rglob('*.py')}

    assert {path: hits for path, hits in found.items() if hits} == {}
    assert {path.name for path in TESTS.glob('*.py') if not path.name.startswith('test_')} == \
        {'conftest.py', '__main__.py'}


def test_no_helper_of_tests_stands_twice():
    places = {}
    for path in TESTS.rglob('*.py'):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith('test_'):
                places.setdefault(ast.dump(node), []).append(f'{path.relative_to(ROOT)}: {node.name}')

    assert [each for each in places.values() if len(each) > 1] == []
