"""Reads that must not grow with history, in SQL alone."""

import datetime as dt
import statistics
import time

from app import clock
from bench import programs, table


def medians(settings) -> dict[str, float]:
    """Milliseconds of three reads on one connection."""
    programs.settle(settings)
    day, now = programs.working_day(14), clock.now()
    whom = {'staff_id': 3, 'service_id': 1, 'now': now}
    link = programs.link(settings)
    reads = {
        "a day's times": lambda: link.rows('availability/list_starts', day=day, role='patient', **whom),
        'a month': lambda: link.rows('availability/list_days', first_day=day.replace(day=1),
                                     end_day=day.replace(day=1) + dt.timedelta(days=31), **whom),
        'the staff day': lambda: link.rows('appointments/list_day_for_staff', staff_id=3, day=day),
    }
    found = {name: statistics.median(timed(read, 300)) for name, read in reads.items()}
    link.connection.close()
    return found


def timed(act, times: int) -> list[float]:
    """Milliseconds of each of several calls, after some to warm up."""
    for _ in range(20):
        act()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def show(small: dict, large: dict):
    """Print both, and their ratio."""
    table.heading('From 10 thousand to 1 million appointments (medians, ms)', '10 thousand', '1 million', 'ratio', '',
                  '', 'aim')
    for name in small:
        table.row(name, f'{small[name]:.2f}', f'{large[name]:.2f}', f'{large[name] / small[name]:.2f}', '', '',
                  'ratio ≤ 1.3' + ('; ≤ 5 ms' if name == 'a month' else ''))
