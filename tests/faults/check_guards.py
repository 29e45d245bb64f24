"""`python -m tests.faults.check_guards [part of a name …]`: is each guard of the program guarded itself?

Each entry of tests/faults/guards.py is taken out in turn, in a copy of the tree, and its tests are run. One of them
must go red: a guard whose loss nobody notices may be lost. Prints a table of what was taken out and which test noticed
it. A quarter of an hour or more for all; it is not part of the suite.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.guards import GUARDS, Guard

ROOT = Path(__file__).parent.parent.parent
FAILED = re.compile(r'^(?:FAILED|ERROR) (.+?)(?: - .*)?$', re.MULTILINE)
SECONDS = 600


def copy_of_tree(folder: Path):
    """The files that git knows or would take in, as they are now."""
    listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=ROOT,
                            check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split('\0')):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def taken_out(guard: Guard, folder: Path) -> str | None:
    """Take a guard out of the copy, run its tests, put it back. The test that went red, or None."""
    file = folder / guard.path
    text = file.read_text(encoding='utf-8')
    if text.count(guard.old) != 1:
        sys.exit(f'{guard.name}: its text is not once in {guard.path}. Mend tests/faults/guards.py.')
    file.write_text(text.replace(guard.old, guard.new), encoding='utf-8')
    try:
        done = subprocess.run([sys.executable, '-m', 'tests', '-x', '-q', '-p', 'no:cacheprovider', *guard.tests],
                              cwd=folder, capture_output=True, text=True, timeout=SECONDS)
    finally:
        file.write_text(text, encoding='utf-8')
    if done.returncode == 0:
        return None
    red = FAILED.search(done.stdout)
    return red[1] if red else f'the tests end with {done.returncode}: {done.stdout[-300:]}{done.stderr[-300:]}'


def main(wanted: list[str]) -> int:
    """Take out all guards, or those whose name has one of the parts in it; 1 where nobody noticed one."""
    unnoticed = []
    print('| guard taken out | the test that went red |\n| --- | --- |', flush=True)
    with tempfile.TemporaryDirectory(prefix='clinic-guards-') as folder:
        copy_of_tree(Path(folder))
        for guard in GUARDS:
            if wanted and not any(part in guard.name for part in wanted):
                continue
            red = taken_out(guard, Path(folder))
            print(f'| {guard.name} | {red or "**none**"} |', flush=True)
            unnoticed += [] if red else [guard.name]
    print(f'\n{len(unnoticed)} guards could be lost without notice.' if unnoticed else '\nEach was noticed.')
    return bool(unnoticed)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
