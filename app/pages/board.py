"""The board that shows everybody's day side by side, all rooms of a day, or one person's week."""

from datetime import date, timedelta
from urllib.parse import urlencode

from app import clock, database
from app.errors import NotFound
from app.forms.fields import Reader
from app.visits import attention, board, new_accounts
from app.web.app import page, query, visitor

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
EVERYBODY = 0


def people(service_id: int = 0) -> list[dict]:
    """Whose days this visitor may open: the rows of staff/list_with_days. service_id: who offers it has is_offering."""
    return database.rows('staff/list_with_days', user_id=visitor().user_id, service_id=service_id)


def show_day(day: date, refused=None) -> str:
    """The page of a day: a column for each who is at work then, or for each room."""
    asked, now = _asked(), clock.now()
    staff = people(asked['service_id'])
    _refuse_others(asked['staff_id'], staff)
    sees_all = any(person['sees_all'] for person in staff)
    above = _above(now)
    frame, visits = _read(asked['staff_id'], asked['room_id'], day, day + A_DAY)
    if asked['by'] == 'rooms':
        columns = _rooms(asked, above['room'], staff, frame, visits, day, now)
    else:
        columns = _staff(asked, staff, frame, visits, day, now)
    is_today, kept = day == now.date(), {name: value for name, value in asked.items() if value}
    since = board.first_open(visits, now) if is_today and not asked['whole'] else 0
    return page('staff/board/day.tpl', refused, day=day, today=now.date(), asked=asked, people=staff, kept=kept,
                choices=above, attention=_attention(above, sees_all), count=_counted(visits, staff),
                closed=_closed(frame), address=lambda **part: _address('/staff', {**kept, 'day': day}, **part),
                **_drawn(columns, now, since, is_today))


def show_week(day: date, refused=None) -> str:
    """The page of one person's week: a column for each day on which they work or have a visit."""
    now, staff = clock.now(), people()
    person = _person(staff)
    first = day - timedelta(days=day.weekday())
    frame, visits = _read(person['staff_id'], EVERYBODY, first, first + A_WEEK)
    columns = []
    for number in range(7):
        of_day = first + timedelta(days=number)
        its_frame = [row for row in frame if row['day'] == of_day]
        its_visits = [visit for visit in visits if visit['day'] == of_day]
        blocks = board.column_of_staff(its_frame, its_visits, of_day, now, person['slot_minutes'])
        is_at_work = its_visits or any(row['kind'] == 'hours' for row in its_frame)
        if is_at_work or number < 5:
            columns.append({'day': of_day, 'person': person, 'blocks': blocks, 'frame': its_frame,
                            'visits': len(its_visits)})
    return page('staff/board/week.tpl', refused, day=day, first=first, last=first + A_WEEK - A_DAY, today=now.date(),
                people=staff, person=person, **_drawn(columns, now, 0, first <= now.date() < first + A_WEEK))


def show_month(day: date, refused=None) -> str:
    """The page of one person's month: how many visits each day has, and what keeps a day from being worked."""
    staff = people()
    person = _person(staff)
    first = day.replace(day=1)
    end = (first + timedelta(days=32)).replace(day=1)
    frame, visits = _read(person['staff_id'], EVERYBODY, first, end)
    known = {of_day: _of_month(person, frame, visits, of_day) for of_day in
             (first + timedelta(days=number) for number in range((end - first).days))}
    monday = first - timedelta(days=first.weekday())
    weeks = [[monday + timedelta(days=7 * week + number) for number in range(7)] for week in range(6)]
    return page('staff/board/month.tpl', refused, day=day, first=first, end=end, today=clock.today(), people=staff,
                person=person, known=known, weeks=[week for week in weeks if week[0] < end])


def _asked():
    """What the address narrows the board to; nonsense is as if it were not there."""
    read = Reader(query())
    keys = {name: read.identity(name) or 0 for name in ('staff_id', 'service_id', 'room_id')}
    return {**keys, 'by': 'rooms' if query().get('by') == 'rooms' else '', 'whole': 1 if query().get('whole') else 0,
            'view': 'board'}


def _refuse_others(staff_id, staff):
    if staff_id and staff_id not in {person['staff_id'] for person in staff}:
        raise NotFound()


def _person(staff):
    """Whose week it is: staff_id of the address, else the visitor's own, else the first. Raises NotFound."""
    asked = query().get('staff_id') or str(visitor().staff_id or '')
    found = [person for person in staff if str(person['staff_id']) == asked]
    bookable = [person for person in staff if person['is_bookable']]
    if found and (query().get('staff_id') or found[0]['is_bookable'] or not bookable):
        return found[0]
    if query().get('staff_id') or not staff:
        raise NotFound()
    return (bookable or staff)[0]


def _read(staff_id, room_id, first_day, end_day):
    """The frame of some days and their visits, in two statements."""
    frame = database.rows('availability/list_frame', staff_id=staff_id, first_day=first_day, end_day=end_day)
    return frame, database.rows('appointments/list_for_board', staff_id=staff_id, room_id=room_id, first_day=first_day,
                                end_day=end_day)


def _staff(asked, staff, frame, visits, day, now):
    """A column for each member of staff at work. Where a room is asked for: for those who have visits in it."""
    columns = []
    for person in staff:
        key = person['staff_id']
        if asked['staff_id'] not in (0, key) or not person['is_offering']:
            continue
        its_frame = [row for row in frame if row['staff_id'] in (0, key)]
        its_visits = [visit for visit in visits if visit['staff_id'] == key]
        is_there = person['is_bookable'] and any(row['kind'] == 'hours' for row in its_frame)
        if its_visits or (is_there and not asked['room_id']):
            blocks = board.column_of_staff(its_frame, its_visits, day, now, person['slot_minutes'])
            if asked['room_id']:
                blocks = [each for each in blocks if each['kind'] != 'free']
            columns.append({'person': person, 'frame': its_frame, 'visits': len(its_visits), 'blocks': blocks})
    return columns


def _rooms(asked, rooms, staff, frame, visits, day, now):
    """A column for each room; the gaps are those of the hours in which anybody works."""
    opening, may_open = board.opening(frame), {person['staff_id'] for person in staff}
    columns = []
    for room in rooms:
        if asked['room_id'] in (0, room['key_or_count']):
            its_visits = [visit for visit in visits if visit['room_id'] == room['key_or_count']]
            columns.append({'room': room, 'visits': len(its_visits), 'frame': [],
                            'blocks': board.column_of_room(opening, its_visits, may_open, frame, day, now)})
    return columns


def _drawn(columns, now, since, has_now):
    """The columns cut to the window that they all share, with the hours beside them and the line for now."""
    first, last = board.window([column['blocks'] for column in columns], since)
    minute = board.minute_of(now)
    return {'columns': [{**column, 'blocks': board.cut(column['blocks'], first, last)} for column in columns],
            'hours': range(first, last, board.HOUR), 'now': now,
            'now_row': (minute - first) // board.STEP if has_now and first <= minute < last else None,
            'earlier': sum(each['kind'] == 'visit' and each['end'] <= first for column in columns
                           for each in column['blocks'])}


def _above(now):
    """The rows of appointments/list_above_board, by kind."""
    rows = database.rows('appointments/list_above_board', now=now, since_utc=clock.now_utc() - new_accounts.NEW_FOR)
    return {kind: [row for row in rows if row['kind'] == kind] for kind in ('service', 'room', 'new')}


def _attention(above, sees_all):
    """What has to be seen to, as attention.find() gives it; the desk and admins are told of new accounts besides."""
    of_new = new_accounts.lines(above['new'][0]['key_or_count']) if sees_all else []
    return attention.find(visitor(), with_open=True) + of_new


def _of_month(person, frame, visits, day):
    """A day of somebody's month: visits (how many), free (minutes to book), kinds ({kind of frame: reason})."""
    its_frame = [row for row in frame if row['day'] == day]
    its_visits = [visit for visit in visits if visit['day'] == day]
    blocks = board.column_of_staff(its_frame, its_visits, day, clock.now(), person['slot_minutes'])
    return {'visits': len(its_visits), 'kinds': {row['kind']: row['reason'] for row in reversed(its_frame)},
            'free': sum(each['end'] - each['start'] for each in blocks if each['kind'] == 'free')
            if person['is_bookable'] else 0}


def _closed(frame):
    return next((row['reason'] for row in frame if row['kind'] == 'closed'), None)


def _counted(visits, staff):
    """How many of the visits there are of those whose days this visitor may open, and how many of some statuses."""
    may_open = {person['staff_id'] for person in staff}
    visits = [visit for visit in visits if visit['staff_id'] in may_open]
    return {'visits': len(visits), **{status: sum(visit['status'] == status for visit in visits)
                                      for status in ('arrived', 'completed', 'no_show')}}


def _address(path, kept, **part):
    """An address with what is kept of this page's, and what is changed."""
    values = {name: value for name, value in {**kept, **part}.items() if value not in (None, '', 0)}
    return f'{path}?{urlencode(values)}'
