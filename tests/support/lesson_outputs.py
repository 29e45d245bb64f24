"""What the blocks of lessons print, written into them: `python -m tests.support.lesson_outputs [lessons/07-counting …]`

Run it on both servers (CLINIC_SERVER_BINARY=… for the other): where they print the same, one result is kept for both.
"""

import dataclasses
import os
import re
import sys
import tempfile
from pathlib import Path

from app import config, database
from app.learn import blocks, reading
from app.ops import loader, private_server

ROOT = Path(__file__).parent.parent.parent
RESULTS = r'(?:\n*^```result[^\n]*\n.*?^```[ ]*$)*'
RUN = re.compile(rf'(^```({"|".join(blocks.KINDS)})([^\n]*)\n(.*?)^```[ ]*$)({RESULTS})', re.MULTILINE | re.DOTALL)


def fill(markdown: str, server: str) -> str:
    """A lesson with the results of one server ('mariadb' or 'mysql') put in, those of the other kept."""
    def with_result(found):
        block, = blocks.parse(found[0])
        now = merged(block.results, server, blocks.run(block))
        fences = (f'```result{" " + name if name else ""}\n{text}\n```' for name, text in now.items())
        return '\n\n'.join([found[1], *fences])
    return RUN.sub(with_result, markdown)


def merged(results: dict, server: str, text: str) -> dict:
    """What to write: results as they stand, by server, and what one server printed now."""
    other = next(name for name in blocks.SERVERS if name != server)
    others = results.get(other, results.get('', ''))
    if not others or others == text:
        return {'': text}
    return {name: text if name == server else others for name in blocks.SERVERS}


def main(lessons):
    folder = Path(tempfile.mkdtemp(prefix='clinic-lessons-'))
    names = {'CLINIC_LOCAL_DIR': str(folder), 'CLINIC_LEARN': '1'}
    if 'CLINIC_SERVER_BINARY' in os.environ:
        names['CLINIC_SERVER_BINARY'] = os.environ['CLINIC_SERVER_BINARY']
    settings = config.load(names, folder / 'no.env')
    config.use(settings)
    try:
        settings = dataclasses.replace(settings, db_socket=str(private_server.start(settings)))
        config.use(settings)
        loader.load(settings, demo=False)
        with loader.linked(settings) as link:
            server = 'mariadb' if reading.is_mariadb(link) else 'mysql'
        for path in [Path(one) / 'lesson.md' for one in lessons] or sorted((ROOT / 'lessons').glob('*/lesson.md')):
            path.write_text(fill(path.read_text(encoding='utf-8'), server), encoding='utf-8')
            print(server, path)
    finally:
        database.close()
        private_server.stop()


if __name__ == '__main__':
    main(sys.argv[1:])
