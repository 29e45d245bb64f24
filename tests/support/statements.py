"""Which statements something takes."""

from app import database


def statements(act) -> list[str]:
    """Carry out an act: the names of the statements that it ran, in their order."""
    seen = []

    def listen(name, *_):
        seen.append(name)
    database.on_statement.append(listen)
    try:
        act()
    finally:
        database.on_statement.remove(listen)
    return seen
