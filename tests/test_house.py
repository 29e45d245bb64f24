"""How the code is laid out, held by looking at the code itself: each rule here is one that a reader may rely on."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / 'app').rglob('*.py'))


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
