"""The table that a run prints."""


def heading(name: str, *columns: str):
    """A new table, with the names of its columns."""
    print(f'\n{name}')
    row('', *columns)


def row(name: str, *columns: str):
    """A line: five figures at most, then the aim."""
    figures = ''.join(f'{column:>14}' for column in columns[:5])
    print(f'  {name:32}{figures}' + (f'   {columns[5]}' if len(columns) > 5 else ''), flush=True)


def loads(name: str, one: dict, eight: dict, aim: str = ''):
    """A line of two results of clients.load(), for one client and for eight."""
    row(name, f'{one["rate"]:.0f}', f'{one["p50"]:.2f}', f'{one["p99"]:.2f}', f'{eight["rate"]:.0f}',
        f'{eight["p99"]:.1f}', aim)
