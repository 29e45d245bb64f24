"""How fast the clinic is, beside what limits it: `make bench`, or `python -m bench [--small]`.

All figures of one run belong together, and only their ratios mean something on another machine. The limits are
measured in the same run: a bare Bottle page of the same size, and the same statements sent by nobody's application.
--small leaves out the million appointments, which take some minutes to make.
"""

import app  # noqa: F401, I001  loads the driver's extension, so it comes first
import dataclasses
import datetime as dt
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

from app import clock, config, database
from app.ops import private_server
from app.ops import loader
from bench import bookings, every_page, growth, pages, programs


def main():
    logging.disable(logging.WARNING)
    folder = Path(tempfile.mkdtemp(prefix='clinic-bench-'))
    names = {'CLINIC_LOCAL_DIR': str(folder), 'CLINIC_PORT': str(programs.free_port()),
             'CLINIC_LEARN': '0'}
    if 'CLINIC_SERVER_BINARY' in os.environ:
        names['CLINIC_SERVER_BINARY'] = os.environ['CLINIC_SERVER_BINARY']
    settings = config.load(names, folder / 'no.env')
    try:
        config.use(settings)
        settings = dataclasses.replace(settings, db_socket=str(private_server.start(settings)))
        config.use(settings)
        loader.load(settings, demo=False)
        database.open(settings, size=24)
        measure(settings, names)
        measure_demo(dataclasses.replace(settings, db_name='demo'))
    finally:
        database.close()
        private_server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def measure(settings, names):
    """Everything, first with ten thousand appointments, at last with a million."""
    today = clock.today()
    first = today - dt.timedelta(days=110)
    last = first + dt.timedelta(days=218)                   # 156 working days of 64 visits
    programs.script(settings, 'people.sql')
    programs.script(settings, 'visits.sql', today=today, first_day=first, end_day=last)
    small = growth.medians(settings)
    pages.measure(settings, names)
    bookings.measure(settings, names)
    if '--small' not in sys.argv:
        free = last + dt.timedelta(days=366)                # what the bookings were made in is left out
        for stretch in ((dt.date(2021, 1, 1), first), (free, dt.date(2081, 1, 1))):
            programs.script(settings, 'visits.sql', today=today, first_day=stretch[0], end_day=stretch[1])
        growth.show(small, growth.medians(settings))


def measure_demo(settings):
    """Every page of the demo clinic, grown to a hundred thousand visits."""
    loader.load(settings, demo=True)
    programs.script(settings, 'older_visits.sql', today=clock.today())
    config.use(settings)
    database.open(settings, size=4)
    every_page.measure()


main()
