"""Files that hold secrets: reading `.env`, and a secret of our own that is made once and kept."""

import contextlib
import os
import secrets
from pathlib import Path

from dotenv.parser import parse_stream


class ConfigError(Exception):
    """A wrong or missing setting; its text is one sentence that names the variable or the file."""


def read_env(path):
    """The NAME=value lines of `path` as a dict; {} where there is no such file. Raises ConfigError.

    Values are taken as they stand, `$` included. Lines that python-dotenv would skip without a word are errors.
    """
    try:
        with path.open(encoding='utf-8-sig') as file:
            lines = [line for line in parse_stream(file) if line.error or line.key is not None]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f'{path} cannot be read: {error.strerror}.') from None
    except UnicodeDecodeError:
        raise ConfigError(f'{path} cannot be read: it is not UTF-8 text.') from None
    for line in lines:
        if line.error or line.value is None or '\0' in line.value:
            raise ConfigError(f'{path}, line {line.original.line}, must read NAME=value.')
    return {line.key: line.value for line in lines}


def refuse_if_others_may_read(path):
    """Raise ConfigError where anybody but its owner may read `path`."""
    if path.stat().st_mode & 0o077:
        raise ConfigError(f'{path} holds a secret and others may read it: run chmod 600 {path}.')


def kept_secret(path, length):
    """The secret in `path`, made at the first call; any number of processes get the same one. Raises ConfigError."""
    try:
        if not path.exists():
            _make_secret(path)
        secret = path.read_text().strip()
    except OSError as error:
        raise ConfigError(f'CLINIC_LOCAL_DIR is {path.parent}, which cannot be used: {error.strerror}.') from None
    if len(secret) < length:
        raise ConfigError(f'{path} is damaged: delete it, and a new secret is made (everybody signs in again).')
    return secret


def _make_secret(path):
    """Write the whole file beside its place and link it there, so that nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(f'{path}.{os.getpid()}')
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), 'w') as file:
        file.write(secrets.token_urlsafe(48) + '\n')
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
