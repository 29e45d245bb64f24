"""The log of the long-running commands: to stderr, a line for each record, times in UTC."""

import faulthandler
import logging
import time


def start():
    """Log from INFO on, as systemd and containers expect it; and where each thread was if the program itself dies."""
    faulthandler.enable()
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine('%(asctime)sZ %(levelname)s %(name)s: %(message)s'))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger('waitress.queue').setLevel(logging.ERROR)  # it warns of every request that waits for a thread


class OneLine(logging.Formatter):
    """Nothing that is logged, not even an error's text, can begin a line of its own or move the reader's terminal."""

    converter = time.gmtime
    default_time_format = '%Y-%m-%dT%H:%M:%S'
    default_msec_format = '%s.%03d'

    def format(self, record):
        return '\n    | '.join(map(_plain, super().format(record).split('\n')))


def _plain(line):
    return ''.join(letter if letter.isprintable() else letter.encode('unicode_escape').decode() for letter in line)
