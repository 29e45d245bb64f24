"""A scene of the race lab played from a list of moves, as lessons show it."""

from app.learn import grids, race
from app.learn.race_setups import Setup


def played(setup: Setup, moves: list[str]) -> str:
    """What each move gives, as a table of text, and what everybody sees at the end. moves: 'left', 'right', …

    'left back' gives a side's transaction up.
    """
    name, lab = race.open_lab(None, setup)
    try:
        lines, told = [], dict.fromkeys(race.SIDES, 0)
        for move in moves:
            side, _, back = move.partition(' ')
            _, step = race.possible(lab, side)
            (race.roll_back if back else race.take)(lab, side)
            if lab.sides[side].pending and step:
                lines.append((side, step.what, 'waits for a lock'))
            for each in (side, *(other for other in race.SIDES if other != side)):
                for step, outcome, waited in lab.sides[each].done[told[each]:]:
                    lines.append((each, step.what, _said(step, outcome) + (', after waiting' if waited else '')))
                told[each] = len(lab.sides[each].done)
        shown = race.shown(lab)
        steps = [(number, side.capitalize(), *rest) for number, (side, *rest) in enumerate(lines, 1)]
        return (grids.grid(['no.', 'who', 'step', 'answer'], steps, most=30)
                + f'\n\nThen everybody sees:\n{grids.grid(shown.columns, shown.rows)}')
    finally:
        race.end(name)


def _said(step, outcome):
    if outcome.error:
        return f'ERROR {outcome.error}' + (f' {outcome.constraint}' if outcome.constraint else '')
    if outcome.rows:
        columns = step.columns or outcome.columns
        row = dict(zip(outcome.columns, outcome.rows[0], strict=True))
        return ', '.join(f'{name} = {_word(name, row[name])}' for name in columns)
    return 'done' if step.command else '1 row written' if outcome.count == 1 else f'{outcome.count or "no"} rows'


def _word(name, value):
    """A value in one word; a visit's number differs from day to day."""
    return 'a visit' if name.endswith('_taken') and value is not None else grids.word(value)
