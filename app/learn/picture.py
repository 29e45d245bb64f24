"""The picture of the tables, as SVG: a box for each table, and for each foreign key an arrow to the table it leads to.

Two of them: all tables, and the few that a visit is made of, with some of their columns. Where a box stands is written
down here; which arrows there are follows from the schema. tests/test_course_tables.py holds both to it.
"""

from html import escape
from typing import NamedTuple

from app.learn import tables

# column and row of each box. A table without an arrow stands at the bottom.
ALL = {
    'sessions': (0, 0), 'second_factors': (0, 1), 'recovery_codes': (0, 2), 'password_resets': (0, 3),
    'address_links': (0, 4), 'audit_log': (0, 5), 'clinic_texts': (0, 6), 'agreements': (0, 7),
    'users': (1, 2), 'record_views': (1, 0), 'staff': (2, 1), 'patients': (2, 4), 'time_off': (2, 0),
    'patient_words': (2, 5), 'patients_apart': (1, 6), 'records_declined': (1, 5), 'working_hours': (3, 0),
    'breaks': (4, 0), 'staff_services': (3, 1), 'services': (4, 1), 'room_services': (5, 1), 'rooms': (4, 2),
    'appointments': (3, 3), 'statuses': (4, 3), 'status_transitions': (5, 3), 'claims': (5, 4),
    'appointment_history': (3.15, 4.45), 'calls': (5, 6), 'notifications': (3.85, 5), 'imported_visits': (4, 4),
    'imports': (5, 5), 'imported_patients': (4, 6),
}
ALONE = ('settings', 'calendar', 'clock_gaps', 'closures', 'spans', 'sign_in_attempts', 'links_mailed', 'mail_queue',
         'import_patients', 'import_visits', 'last_backup', 'last_retention', 'schema_migrations')
# the tables that a visit is made of: place, and the columns that are shown
CORE = {
    'users': ((0, 0), ('user_id', 'email', 'role', 'full_name')),
    'patients': ((0, 1), ('patient_id', 'user_id', 'full_name', 'birth_date')),
    'services': ((0, 2), ('service_id', 'name', 'minutes', 'pause_minutes')),
    'staff': ((1, 0), ('staff_id', 'user_id', 'specialization')),
    'appointments': ((1, 1), ('appointment_id', 'patient_id', 'staff_id', 'room_id', 'service_id', 'starts_at',
                              'ends_at', 'booked_by')),
    'working_hours': ((2, 0), ('working_hours_id', 'staff_id', 'weekday', 'starts_minute', 'ends_minute')),
    'rooms': ((1, 2), ('room_id', 'name')),
    'claims': ((2, 1), ('appointment_id', 'at', 'staff_id', 'room_id', 'patient_id')),
    'notifications': ((2, 2), ('notification_id', 'appointment_id', 'user_id', 'kind', 'state')),
}
WIDTH, LINE, PAD = 168, 18, 9
STYLE = '''svg { font: 13px system-ui, sans-serif; background: #fff; }
.erd-box { fill: #f4f7fb; stroke: #5b7083; } .erd-name { font-weight: 600; fill: #12324d; }
.erd-column { fill: #40566b; } .erd-key { font-weight: 600; } .erd-head { fill: #5b7083; }
.erd-line { stroke: #8aa0b4; fill: none; stroke-width: 1.3; }
.erd-rule { stroke: #c9d4de; } .erd-note { fill: #40566b; }'''


class Box(NamedTuple):
    """A table in the picture: where its left upper corner is, and which of its columns are shown."""

    name: str
    x: float
    y: float
    height: float
    columns: tuple[str, ...]

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + WIDTH / 2, self.y + self.height / 2


def all_tables(links: bool) -> str:
    """The picture of all tables. links: each box leads to the table's page, and its page gives it its colours."""
    boxes = {name: _box(name, column * 205 + 5, row * 78 + 5) for name, (column, row) in ALL.items()}
    bottom = max(box.y for box in boxes.values()) + 110
    for number, name in enumerate(ALONE):
        boxes[name] = _box(name, number % 6 * 205 + 5, bottom + number // 6 * 48)
    note = f'<text class="erd-note" x="5" y="{bottom - 16}">Tables without a foreign key</text>'
    return _drawn(boxes, 'All tables of the clinic, and which leads to which', links, note)


def core(links: bool) -> str:
    """The picture of the tables that a visit is made of, with some columns. links: as for all_tables()."""
    boxes = {name: _box(name, column * 265 + 5, row * 205 + 5, shown)
             for name, ((column, row), shown) in CORE.items()}
    return _drawn(boxes, 'The tables that a visit is made of', links, '')


def arrows(names) -> list[tables.Reference]:
    """The foreign keys among some tables, which a picture of them shows."""
    return [each for name in names for each in tables.find(name).references if each.parent in names]


def _box(name, x, y, columns=()):
    return Box(name, x, y, LINE * (1 + len(columns)) + 2 * PAD + (4 if columns else 0), columns)


def _drawn(boxes, title, links, note):
    width = max(box.x for box in boxes.values()) + WIDTH + 5
    height = max(box.y + box.height for box in boxes.values()) + 5
    parts = [f'<title id="erd-title">{title}</title>', '' if links else f'<style>{STYLE}</style>',
             *(_arrow(boxes, each) for each in arrows(boxes)), note,
             *(_drawn_box(box, links) for box in boxes.values())]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="{"group" if links else "img"}" aria-labelledby="erd-title">\n'
            + '\n'.join(filter(None, parts)) + '\n</svg>\n')


def _drawn_box(box, links):
    keys = {column for key in tables.find(box.name).keys if key.kind == 'PRIMARY KEY' for column in key.columns}
    lines = [f'<rect class="erd-box" x="{box.x:g}" y="{box.y:g}" width="{WIDTH}" height="{box.height:g}" rx="5"/>',
             f'<text class="erd-name" x="{box.x + PAD:g}" y="{box.y + PAD + 13:g}">{escape(box.name)}</text>']
    if box.columns:
        y = box.y + PAD + LINE + 2
        lines.append(f'<line class="erd-rule" x1="{box.x:g}" y1="{y:g}" x2="{box.x + WIDTH:g}" y2="{y:g}"/>')
    for number, column in enumerate(box.columns):
        kind = 'erd-column erd-key' if column in keys else 'erd-column'
        lines.append(f'<text class="{kind}" x="{box.x + PAD:g}" y="{box.y + PAD + 4 + LINE * (number + 2) - 4:g}">'
                     f'{escape(column)}</text>')
    drawn = ''.join(lines)
    return f'<a href="/learn/tables/{box.name}">{drawn}</a>' if links else drawn


def _arrow(boxes, reference):
    """A line from a box's middle to another's, with its head at the edge of the latter; what it means as its title."""
    child, parent = boxes[reference.table], boxes[reference.parent]
    (x1, y1), (x2, y2) = child.middle, parent.middle
    far = max(abs(x2 - x1) / (WIDTH / 2), abs(y2 - y1) / (parent.height / 2)) or 1
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1
    across, down = (x2 - x1) / length, (y2 - y1) / length
    tip_x, tip_y = x2 - (x2 - x1) / far, y2 - (y2 - y1) / far
    back_x, back_y = tip_x - 9 * across, tip_y - 9 * down
    corners = (tip_x, tip_y), (back_x - 4 * down, back_y + 4 * across), (back_x + 4 * down, back_y - 4 * across)
    head = ' '.join(f'{x:.1f},{y:.1f}' for x, y in corners)
    columns = ', '.join(reference.columns)
    means = f'{tables.sentence(reference.name)}: {reference.table}.{columns} is in {reference.parent}'
    return (f'<g><title>{escape(means)}</title><line class="erd-line" x1="{x1:.1f}" y1="{y1:.1f}" x2="{back_x:.1f}" '
            f'y2="{back_y:.1f}"/><polygon class="erd-head" points="{head}"/></g>')
