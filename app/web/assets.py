"""The few static files: each is named here, read once and kept compressed in memory.

Bootstrap's CSS comes from the installed package, so no copy of it is in this repository. Its dark colours hang on an
attribute; device_dark.css is the same rules for those who let their device choose, and is linked with a media query.
"""

import functools
import gzip
import hashlib
import importlib.resources
import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent.parent / 'static'
STEPS = 288                  # of five minutes in a day
TYPES = {'css': 'text/css; charset=utf-8', 'svg': 'image/svg+xml'}
_DARK_RULE = re.compile(r'[^{}]*\[data-bs-theme=dark\][^{}]*\{[^{}]*\}')


@functools.cache
def files() -> dict[str, dict]:
    """By name: body (bytes), zipped (bytes), type, version (changes with the content)."""
    bootstrap = importlib.resources.files('bootstrap') / 'static/bootstrap/css/bootstrap.min.css'
    contents = {
        'bootstrap.css': bootstrap.read_bytes(),
        'clinic.css': (STATIC / 'clinic.css').read_bytes(),
        'board.css': (STATIC / 'board.css').read_bytes() + _steps(),
        'learn.css': (STATIC / 'learn.css').read_bytes(),
        'favicon.svg': (STATIC / 'favicon.svg').read_bytes(),
    }
    contents['device_dark.css'] = b''.join(map(_device_dark, (
        contents['bootstrap.css'], contents['clinic.css'], (STATIC / 'board.css').read_bytes(),
        contents['learn.css'])))
    return {name: _file(name, body) for name, body in contents.items()}


@functools.cache
def url(name: str) -> str:
    """The link to a file: it changes with the content, so browsers may keep it for good."""
    return f'/static/{name}?v={files()[name]["version"]}'


def _file(name, body):
    return {'body': body, 'zipped': gzip.compress(body, mtime=0), 'type': TYPES[name.rpartition('.')[2]],
            'version': hashlib.sha256(body).hexdigest()[:12]}


def _steps():
    """The rows of the board, one for each five minutes of a day: .at-0 begins in the first, .len-1 is one high.

    A style attribute would be shorter, and the Content-Security-Policy allows none.
    """
    return ''.join(f'.at-{step}{{grid-row-start:{step + 1}}}.len-{step + 1}{{grid-row-end:span {step + 1}}}'
                   for step in range(STEPS)).encode()


def _device_dark(css):
    """The rules for the dark theme, with the attribute taken off their selectors."""
    css = re.sub(r'/\*.*?\*/', '', css.decode(), flags=re.DOTALL)
    rules = _DARK_RULE.findall(css)
    return ''.join(rules).replace('[data-bs-theme=dark]', ':root').encode()
