"""The course's first page."""

from app.learn import files, lessons, places, reading
from app.web import cookies
from app.web.app import app, needs, page

FIRST = '''SELECT
    rooms.name,
    rooms.is_active
FROM rooms
ORDER BY rooms.name;'''
# the lesson's number and why to begin there, for each door
DOORS = (
    ('new', 'I am new to SQL', 'Each lesson takes 10 to 20 minutes, and uses only what came before.', (1,)),
    ('some', 'I know SELECT', 'Is the first of these easy? Then go on with the next: overlap, gaps, keys and plans.',
     (6, 9, 13)),
    ('much', 'I know SQL, show me the concurrency', 'Why can two people not have one slot? Let two connections race, '
     'and see who waits for whom.', (12, 16)),
)
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
    with places.connected('learn') as link:
        reading.begin(link)
        found = reading.read(link, FIRST)
    all_lessons, solved = lessons.all_of_them(), lessons.done(cookies.read('learned'))
    return page('learn/start.tpl', first=FIRST, found=found, lessons=all_lessons, by_number={
        each.number: each for each in all_lessons}, doors=DOORS, solved=solved,
        done={each.number for each in all_lessons if lessons.is_done(each, solved)},
        files=[(files.find(name), why) for name, why in FIRST_FILES], subjects=files.by_subject(),
        statements=len(files.names()))
