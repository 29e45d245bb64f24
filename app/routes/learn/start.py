"""The course's first page."""

from app.learn import files, free, lessons
from app.web import cookies
from app.web.app import app, needs, page

FIRST = '''SELECT
    rooms.name,
    rooms.is_active
FROM rooms
ORDER BY rooms.name;'''
# what who knows SQL reads first, and why
FIRST_FILES = (
    ('appointments/insert', 'a booking is one INSERT; the keys of claims refuse the second one'),
    ('patients/lock_with_staff', 'which rows are locked first, and why always in this order'),
    ('appointments/find_for_change', 'a plain read that finds what to lock'),
    ('calendar/lock_days', 'how to lock rows that are not there yet'),
    ('notifications/claim', 'a lease: of many workers one sends the mail'),
    ('appointments/find_by_request_key', 'the same form twice books once'),
    ('availability/list_starts', 'which times are free, by views over views'),
    ('appointments/list_filtered', 'a page of a long list, along a key'),
)


@app.get('/learn')
@needs('anyone', learning=True)
def start():
    """The SQL course: where to begin, its lessons, and all else that there is."""
    found = free.ask(FIRST)
    solved = lessons.done(cookies.read('learned'))
    return page('learn/start.tpl', first=FIRST, found=found, lessons=lessons.all_of_them(),
                done={each.number for each in lessons.all_of_them() if lessons.is_done(each, solved)}, solved=solved,
                files=[(files.find(name), why) for name, why in FIRST_FILES], statements=len(files.names()))
