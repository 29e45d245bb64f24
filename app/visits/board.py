"""The board: days as columns, time downwards, each visit as a block, and each free gap as one to book in.

A column is one member of staff on one day, or one room on one day. Its blocks are dicts with kind, start and end
(minutes of the day, local), earliest first; those that may lie under others come first of their time:

    time_off, closed, break nobody is booked there; reason
    visit                   visit: the row of appointments/list_for_board; late, waiting: minutes or None; is_unfitting
    pause                   the time after a visit for which person and room are kept
    taken                   a visit in a room that is not for this visitor to see; reason: ''
    free                    time that can be booked; at: the minute to book, on the grid of whose column it is
    past                    time at work that is over, or a gap too short to book
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.visits import day_list

STEP = 5                        # minutes: the claims are made of such steps
HOUR, A_DAY = 60, 1440
SHORTEST = 10                   # minutes of a gap that is worth a link, or of a visit made shorter to fit one
UNDER = ('closed', 'time_off', 'break', 'taken')     # drawn first, so that a visit in them lies on top

Stretch = tuple[int, int]


def column_of_staff(frame: list[dict], visits: list[dict], day: date, now: datetime, slot_minutes: int) -> list[dict]:
    """The blocks of one member of staff on one day.

    frame: their rows of availability/list_frame for that day, and those of the whole clinic. visits: their rows
    of appointments/list_for_board of that day. slot_minutes: how far apart their visits start. now: local.
    """
    under = [{'kind': each['kind'], 'start': each['starts_minute'], 'end': each['ends_minute'],
              'reason': each['reason']} for each in frame if each['kind'] in UNDER]
    hours = [(each['starts_minute'], each['ends_minute']) for each in frame if each['kind'] == 'hours']
    drawn = _blocks_of_visits(visits, now, frame)
    free = _without(hours, _stretches(under) + _taken(visits))
    return _in_order(under, drawn, _free(free, hours, day, now, slot_minutes))


def column_of_room(opening: Iterable[Stretch], visits: list[dict], may_open: set[int], frame: list[dict], day: date,
                   now: datetime) -> list[dict]:
    """The blocks of one room on one day.

    opening: when anybody works. visits: the rows of that room and day. may_open: the staff_ids of those whose visits
    are shown; of all others it is only told that the room is taken. frame: the rows of everybody on that day, which
    tell whose visits are with somebody who is away. now: local.
    """
    own = [visit for visit in visits if visit['staff_id'] in may_open]
    taken = _joined(_taken(visit for visit in visits if visit['staff_id'] not in may_open))
    return _in_order([{'kind': 'taken', 'start': start, 'end': end, 'reason': ''} for start, end in taken],
                     _blocks_of_visits(own, now, frame), _free(_without(opening, _taken(visits)), opening, day, now))


def opening(frame: list[dict]) -> list[Stretch]:
    """When anybody works on a day: the hours of all in the frame, joined; nothing on a closed day."""
    if any(each['kind'] == 'closed' for each in frame):
        return []
    return _joined((each['starts_minute'], each['ends_minute']) for each in frame if each['kind'] == 'hours')


def window(columns: list[list[dict]], since: int = 0) -> Stretch:
    """From when until when all these columns are drawn: whole hours of the day. since: what is over before is left out.

    A whole day away or closed makes no board longer. Where there is nothing at all: 8:00 to 18:00.
    """
    blocks = [each for blocks in columns for each in blocks if (each['start'], each['end']) != (0, A_DAY)]
    blocks = [each for each in blocks if each['end'] > since]
    if not blocks:
        return 8 * HOUR, 18 * HOUR
    first, last = max(min(each['start'] for each in blocks), since), max(each['end'] for each in blocks)
    return first // HOUR * HOUR, -(-last // HOUR) * HOUR


def cut(blocks: list[dict], first: int, last: int) -> list[dict]:
    """The blocks of a column within a window, each with row and rows: its place in steps of five minutes."""
    return [{**each, 'row': (max(each['start'], first) - first) // STEP,
             'rows': -(-(min(each['end'], last) - max(each['start'], first)) // STEP)}
            for each in blocks if each['end'] > first and each['start'] < last]


def first_open(visits: list[dict], now: datetime) -> int:
    """Where today's board begins: an hour ago, or earlier where somebody waits whose visit is not closed. A minute."""
    open_starts = [visit['starts_at'] for visit in visits if visit['status'] in ('booked', 'arrived')]
    since = min([now - timedelta(hours=1), *open_starts])
    return minute_of(since) if since.date() == now.date() else 0


def minute_of(moment: datetime) -> int:
    """The minute of the day of a local time."""
    return moment.hour * 60 + moment.minute


def _blocks_of_visits(visits, now, frame):
    """Visits with the pauses after them. A missed visit whose time has been given to somebody else is not drawn."""
    held, blocks = _taken(visits), []
    in_the_way = [each for each in frame if each['kind'] in ('closed', 'time_off')]
    for visit in visits:
        start, end = minute_of(visit['starts_at']), minute_of(visit['ends_at']) or A_DAY
        if not visit['holds_until'] and _overlaps((start, end), held):
            continue
        is_open = visit['status'] in ('booked', 'arrived')
        clocked = day_list.timing(visit, now)
        blocks.append({
            'kind': 'visit', 'start': start, 'end': end, 'visit': visit, 'late': clocked['late_by'] or None,
            'waiting': clocked['waiting'], 'is_unfitting': is_open and _overlaps(
                (start, end), [(each['starts_minute'], each['ends_minute']) for each in in_the_way
                               if each['staff_id'] in (0, visit['staff_id'])])})
        until = _held_until(visit)
        if until > end:
            blocks.append({'kind': 'pause', 'start': end, 'end': until})
    return blocks


def _free(free, hours, day, now, slot_minutes=None):
    """Gaps from now on. Those in which visits start every slot_minutes are cut at the full hours: so each is a time to
    book near to where it is drawn."""
    since = A_DAY if day < now.date() else minute_of(now) if day == now.date() else 0
    since = -(-since // STEP) * STEP
    ahead = _without(free, [(0, since)])
    blocks = [{'kind': 'past', 'start': start, 'end': end} for start, end in
              [*_without(free, [(since, A_DAY)]), *(gap for gap in ahead if gap[1] - gap[0] < SHORTEST)]]
    for start, end in (gap for gap in ahead if gap[1] - gap[0] >= SHORTEST):
        while start < end:
            until = min(end, ((start + SHORTEST - 1) // HOUR + 1) * HOUR) if slot_minutes else end
            until = end if end - until < SHORTEST else until
            blocks.append({'kind': 'free', 'start': start, 'end': until, 'minutes': end - start,
                           'at': _on_grid(start, until, hours, slot_minutes) if slot_minutes else start})
            start = until
    return blocks


def _on_grid(start, end, hours, slot_minutes):
    """The first minute of a gap at which visits begin; where there is none, the gap's own."""
    block = next((first for first, last in hours if first <= start < last), start)
    at = start + (block - start) % slot_minutes
    return at if at < end else start


def _in_order(under, visits, free):
    order = {kind: place for place, kind in enumerate((*UNDER, 'past', 'visit', 'pause', 'free'))}
    return sorted([*under, *visits, *free], key=lambda each: (each['start'], order[each['kind']], each['end']))


def _taken(visits):
    return [(minute_of(visit['starts_at']), _held_until(visit)) for visit in visits if visit['holds_until']]


def _held_until(visit):
    if not visit['holds_until']:
        return 0
    return A_DAY if visit['holds_until'].date() > visit['starts_at'].date() else minute_of(visit['holds_until'])


def _stretches(blocks):
    return [(each['start'], each['end']) for each in blocks]


def _overlaps(stretch, others):
    return any(start < stretch[1] and end > stretch[0] for start, end in others)


def _joined(stretches):
    """The stretches in their order; those that touch or overlap are one."""
    joined = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _without(stretches, taken):
    """What is left of some stretches where others are taken out."""
    left = []
    for start, end in _joined(stretches):
        for first, last in _joined(each for each in taken if each[0] < each[1]):
            if first < end and last > start:
                if first > start:
                    left.append((start, first))
                start = max(start, last)
        if start < end:
            left.append((start, end))
    return left
