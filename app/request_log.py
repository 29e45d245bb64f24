"""Additions to a request's log line: sign-ins, refusals, actions in the audit log.

    request_log.add('sign_in', 'wrong')       # anywhere below a request, in its thread

Only words of our own and numbers go in, never what somebody typed; whatever else comes is made harmless.
"""

import re
import threading

_here = threading.local()


def begin():
    """A request begins in this thread."""
    _here.facts = []


def add(name: str, value):
    """Note name=value for the line of the request that runs in this thread, if one does."""
    if getattr(_here, 'facts', None) is not None:
        _here.facts.append(f'{name}={word(value)}')


def end() -> list[str]:
    """The request ends: what was noted, as name=value."""
    facts, _here.facts = getattr(_here, 'facts', None) or [], None
    return facts


def word(value) -> str:
    """A value as one word of plain characters, 60 at most; - for nothing."""
    return re.sub('[^A-Za-z0-9_.,:-]', '_', str(value))[:60] if value not in (None, '') else '-'
