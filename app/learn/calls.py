"""Where the program calls each file of db/queries."""

import ast
import functools

from app.learn.exercises import FOLDER

ROOT = FOLDER.parent
VERBS = {'rows', 'one', 'value', 'insert', 'change'}       # of app/database


@functools.cache
def places() -> dict[str, list[str]]:
    """'app/visits/scheduling.py:88' and so on, by the name of the file that is called there. The code is read once."""
    found = {}
    for path in sorted((ROOT / 'app').rglob('*.py')):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in VERBS \
                    and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                where = f'{path.relative_to(ROOT).as_posix()}:{node.args[0].lineno}'
                found.setdefault(node.args[0].value, []).append(where)
    return found
