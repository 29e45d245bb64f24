"""How much longer a statement can make the texts that it reads: what grows without end fills the server's memory.

A server stops a statement between two rows and not within one, and keeps each value until the statement ends. So
nothing may be built here that is long: REPEAT, SPACE, LPAD and RPAD take a number that is written out, and what puts
texts together may do so only so often, counted as if each call worked on what the one before it gave.
"""

from app.learn.tokens import Token

LONGEST = 1000          # characters that REPEAT and the like may make of one
MOST = 60               # times as long as what was read
CALLS = 40              # functions in one statement
COUNTED = {'REPEAT', 'SPACE', 'LPAD', 'RPAD'}
TWICE = {'HEX', 'QUOTE', 'INSERT', 'FORMAT', 'DATE_FORMAT', 'TIME_FORMAT'}
WIDE = {'CHAR', 'BINARY', 'VARCHAR', 'CHARACTER'}       # CAST(… AS CHAR(1000))


def refused(kept: list[Token], functions: set[str]) -> str | None:
    """Why a statement, its tokens without spaces and comments, would build texts that are too long; None: it won't."""
    calls = [place for place, token in enumerate(kept[:-1])
             if kept[place + 1].text == '(' and token.word in functions | WIDE]
    if len(calls) > CALLS:
        return f'There are more than {CALLS} functions in this statement.'
    factors, chains = {}, []
    for place in calls:
        inside, end = _inside(kept, place + 1)
        factor, sentence = _factor(kept[place].word, inside)
        if sentence:
            return sentence
        factors[place] = factor, end
        chains.append(_product(value for start, (value, end) in factors.items() if start <= place < end))
    # a subquery or WITH can hand on what it built
    nested = sum(token.word in ('SELECT', 'VALUES', 'TABLE') for token in kept) > 1
    growth = _product(factor for factor, _ in factors.values()) if nested else max(chains, default=1)
    if growth > MOST:
        return (f'This could make texts more than {MOST} times as long as they are. Put fewer of them together '
                '(CONCAT, REPLACE, REPEAT), or do it in one place only.')
    if growth > 1 and any(token.word == 'RECURSIVE' for token in kept):
        return 'Within WITH RECURSIVE a text can be put together with a text in quotes, and with no other.'
    return None


def _inside(kept, opening):
    """The values in a bracket, each a list of tokens, and where it is closed."""
    values, depth = [[]], 0
    for place in range(opening, len(kept)):
        text = kept[place].text
        depth += {'(': 1, ')': -1}.get(text, 0)
        if depth == 0:
            return values, place
        if text == ',' and depth == 1:
            values.append([])
        elif place > opening:
            values[-1].append(kept[place])
    return values, len(kept)


def _factor(name, values):
    """How many times as long a function makes what it is given, and why it may not."""
    if name in COUNTED or name in WIDE and len(values) == 1:
        length = _number(values[0] if name == 'SPACE' or name in WIDE else values[min(1, len(values) - 1)])
        if length is None and name in COUNTED:
            return 1, (f'{name}() takes a number here that is written out: 10, or LEAST(COUNT(*), 50) where it is '
                       f'to be found; {LONGEST} at most.')
        if (length or 0) > LONGEST:
            return 1, f'{name}() makes texts of at most {LONGEST} characters here.'
        return (length if name == 'REPEAT' and not _is_literal(values[0]) else 1), None
    if name in ('REPLACE', 'REGEXP_REPLACE'):
        new = values[2] if len(values) > 2 else []
        if new and not _is_literal(new):
            return 1, f'{name}() takes a text in quotes here as what is put in.'
        return max(1, len(new[0].text) - 2 if new else 1), None
    if name in ('CONCAT', 'CONCAT_WS'):
        return max(1, sum(not _is_literal(value) for value in values)), None
    return 2 if name in TWICE else 1, None


def _number(value):
    """The number that stands there, or the least that LEAST() can give; None: that cannot be seen."""
    if len(value) == 1 and value[0].kind == 'number' and value[0].text.isdigit():
        return int(value[0].text)
    if len(value) > 3 and value[0].word == 'LEAST' and value[-1].text == ')':
        values, end = _inside(value, 1)
        found = [number for each in values if (number := _number(each)) is not None]
        return min(found, default=None) if end == len(value) - 1 else None
    return None


def _is_literal(value):
    return len(value) == 1 and value[0].kind in ('text', 'number')


def _product(factors):
    product = 1
    for factor in factors:
        product *= factor
    return product
