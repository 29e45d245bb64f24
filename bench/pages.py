"""/api/slots and the times page over HTTP, beside a bare page of their size and beside their own statements."""

import statistics

from app import config, database
from bench import clients, growth, programs, table
from tests.support.browser import Browser

SECONDS = 3


def measure(settings, names: dict):
    """Print both pages' rates with one client and with eight, and their ratios to the two limits."""
    day, cookie = programs.working_day(14), f'session={programs.sign_in()}'
    slots = f'/api/slots?staff_id=3&service_id=1&day={day}'
    times = f'/book/3?service_id=1&day={day}'
    table.heading('Pages (1 and 8 clients)', '1: rate/s', 'p50 ms', 'p99 ms', '8: rate/s', 'p99 ms', 'aim')
    with programs.running('clinic.py', 'serve', port=settings.port, **names) as process:
        for name, path, aim in (('/api/slots', slots, '≥ 700/s, p50 ≤ 1.5; 8 clients: p99 ≤ 25'),
                                ('the times page', times, '≥ 500/s')):
            size = len(clients.Http(settings.port).ask(path, cookie))
            ours = _load(name, settings.port, path, cookie, aim)
            port = programs.free_port()
            with programs.running('-m', 'bench.bare_page', str(port), str(size), port=port):
                bare = _load('  limit: a bare page', port, '/', '', '')
            alone = statements_of(path, cookie)
            table.row('  limit: its statements alone', f'{1000 / alone:.0f}', f'{alone:.2f}')
            table.row('  ratio to the bare page', f'{ours / bare:.2f}')
            table.row('  ratio to its statements', f'{ours * alone / 1000:.2f}')
        table.row('memory of the app', f'{programs.resident(process):.0f} MB', '', '', '', '', '≤ 80 MB')


def _load(name, port, path, cookie, aim) -> float:
    def make(_):
        client = clients.Http(port)
        return lambda: client.ask(path, cookie)
    clients.load(1, .5, make)
    one, eight = clients.load(1, SECONDS, make), clients.load(8, SECONDS, make)
    table.loads(name, one, eight, aim)
    return one['rate']


def statements_of(path: str, cookie: str) -> float:
    """The median time (ms) of the statements of a page, sent one after the other with nothing in between."""
    seen = []

    def listen(name, sql, params, *_):
        seen.append((name, params))
    database.on_statement.append(listen)
    browser = Browser()
    browser.cookies['session'] = cookie.partition('=')[2]
    browser.get(path, HTTP_HOST=f'127.0.0.1:{config.current().port}')
    database.on_statement.remove(listen)
    link = programs.link(config.current())
    median = statistics.median(growth.timed(lambda: [link.rows(name, **params) for name, params in seen], 200))
    link.connection.close()
    return median
