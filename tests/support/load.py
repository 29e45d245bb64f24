"""Patients who book without end while something is broken, and a judge for what came of it: see Load."""

import collections
import itertools
import json
import random
import tempfile
import threading
import time
from pathlib import Path

from bench.clients import percentile
from tests.support import invariants

CLIENTS = 8                     # as many as the web process has threads
PAUSE = 0.05                    # of a client between two forms
GIVES_UP = 0.25                 # how many never come back after an answer that says neither yes nor no


def book(person, slot, key):
    return person.ask('POST', '/appointments', {
        'staff_id': slot[0], 'service_id': 1, 'starts_at': f'{slot[1]:%Y-%m-%dT%H:%M}', 'reason': 'ä' * 400,
        'patient_id': person.patient_id, 'request_key': key})


class Load:
    """Patients who book, one form after the other, and look at pages, in threads, while in `with`.

    Every time is handed out twice, so that half of the forms must be refused. history: (key, outcome, status, when,
    seconds) of each try. An outcome is 'ok', 'fail' or 'unknown': an answer of 503 says neither. Most then send the
    same form again until they know; some never come back.
    """

    def __init__(self, found, pause=PAUSE, seed=None):
        self.found, self.pause, self.over = found, pause, threading.Event()
        self.random = random.Random(seed)
        self.slots = itertools.chain.from_iterable((slot, slot) for slot in found.slots())
        self.lock, self.history, self.pages, self.problems, self.ids = threading.Lock(), [], [], [], {}

    def __enter__(self):
        self.started = time.monotonic()
        self.threads = [threading.Thread(target=self._run, args=(self.found.people[number::CLIENTS],))
                        for number in range(CLIENTS)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, kind, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()
        self.seconds = time.monotonic() - self.started
        assert kind or not self.problems, self.problems[:3]

    def _run(self, people):
        try:
            for number, person in enumerate(itertools.cycle(people)):
                if self.over.wait(self.pause):
                    return
                with self.lock:
                    slot, key = next(self.slots), f'{self.random.getrandbits(240):060x}'[:43]
                    gives_up = self.random.random() < GIVES_UP
                while self._try(person, slot, key) == 'unknown' and not gives_up and not self.over.wait(0.1):
                    pass
                if number % 3 == 0:
                    self._look(person, ('/', '/appointments', f'/book/1?service_id=1&day={slot[1]:%Y-%m-%d}')[
                        number // 3 % 3])
        except Exception as problem:
            self.problems.append(repr(problem))

    def _try(self, person, slot, key):
        began = time.monotonic()
        page = book(person, slot, key)
        outcome = {303: 'ok', 409: 'fail', 503: 'unknown'}.get(page.status)
        if outcome == 'ok':
            self.ids[key] = int(page.headers['location'].partition('?')[0].rpartition('/')[2])
        self._keep_answer(page, outcome)
        self.history.append((key, outcome, page.status, began, time.monotonic() - began))
        return outcome

    def _look(self, person, path):
        began = time.monotonic()
        page = person.ask('GET', path)
        self._keep_answer(page, page.status in (200, 503))
        self.pages.append((page.status, began, time.monotonic() - began))

    def _keep_answer(self, page, is_known):
        if not is_known or (page.status == 503 and 'retry-after' not in page.headers):
            self.problems.append((page.status, page.path, page.text[-1500:]))

    def count(self, outcome, since=0.0):
        """How many tries that ended after this moment had this outcome."""
        return sum(one[1] == outcome and one[3] + one[4] > since for one in list(self.history))

    def first_success(self, since):
        """Seconds until the first acknowledged booking after a moment; None before there is one."""
        return min((one[3] + one[4] - since for one in list(self.history) if one[1] == 'ok' and one[3] > since),
                   default=None)

    def judge(self, shell):
        """Look at the whole history and the whole database; assert that they agree."""
        booked = 'SELECT request_key, appointment_id FROM appointments WHERE request_key IS NOT NULL'
        rows, final = dict(shell(booked)), {}
        for key, outcome, *_ in self.history:
            final[key] = outcome
        wrong = {
            'lost': [key for key, outcome in final.items() if outcome == 'ok' and rows.get(key) != self.ids[key]],
            'booked though refused': [key for key, outcome in final.items() if outcome == 'fail' and key in rows],
            'from nowhere': [key for key in rows if key not in final], **invariants.broken(shell)}
        if any(wrong.values()):
            kept = Path(tempfile.gettempdir()) / 'clinic-faults-history.json'
            kept.write_text(json.dumps(self.history))
            raise AssertionError(f'{ {name: found[:5] for name, found in wrong.items() if found} } (history: {kept})')
        unclear = [key for key, outcome in final.items() if outcome == 'unknown']
        return collections.Counter(final.values()), sum(key in rows for key in unclear)

    def slowest(self):
        """Seconds."""
        return max(one[-1] for one in self.history + self.pages)

    def figures(self):
        """What it held, in one line."""
        taken = [one[4] for one in self.history]
        shares = ', '.join(f'{name} {percentile(taken, share):.0f}'
                           for name, share in (('p50', .5), ('p95', .95), ('p99', .99), ('slowest', 1)))
        statuses = collections.Counter([one[2] for one in self.history] + [one[0] for one in self.pages])
        return (f'{len(self.history)} tries, {len(self.history) / self.seconds:.0f}/s; {shares} ms; '
                f'statuses {dict(sorted(statuses.items()))}')
