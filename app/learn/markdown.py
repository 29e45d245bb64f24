"""The little Markdown that lessons use, as HTML: headings, paragraphs, lists, tables, `code`, **bold**, [links](…).

Everything is escaped; what is not one of these stays text. Fenced blocks are not for here: app/learn/lessons.py has
them.
"""

import re
from html import escape

INLINE = re.compile(r'`([^`]+)`|\*\*((?:\\.|[^*\\])+)\*\*|(?<![\w(.])\*(?=\w)([^*]+)(?<=\w)\*|\\([*_`|\[\]\\])'
                    r'|\[([^\]]+)\]\(([^)\s]+)\)')
ITEM = re.compile(r'(?:-|\d+\.) +(.*)')


def html(markdown: str, link=lambda target: target) -> str:
    """A piece of Markdown as HTML.

    link(target) gives the address that a link's target has on the site; '' where it has none, and its words remain.
    """
    return '\n'.join(_part(part, link) for part in re.split(r'\n{2,}', markdown.strip('\n')) if part.strip())


def inline(text: str, link=lambda target: target) -> str:
    """One line's worth: `code`, **bold**, *leaning* and links; all else escaped."""
    parts, place = [], 0
    for found in INLINE.finditer(text):
        parts.append(escape(text[place:found.start()]))
        code, bold, leaning, letter, words, target = found.groups()
        if code is not None:
            parts.append(f'<code>{escape(code)}</code>')
        elif bold is not None:
            parts.append(f'<strong>{inline(bold, link)}</strong>')
        elif leaning is not None:
            parts.append(f'<em>{inline(leaning, link)}</em>')
        elif letter is not None:
            parts.append(escape(letter))
        else:
            where = link(target)
            parts.append(f'<a href="{escape(where)}">{inline(words, link)}</a>' if where else inline(words, link))
        place = found.end()
    return ''.join(parts) + escape(text[place:])


def _part(part, link):
    lines = part.split('\n')
    heading = re.fullmatch(r'(#{2,4}) (.*)', lines[0])
    if heading:
        level = len(heading[1])
        rest = '\n'.join(lines[1:])
        return f'<h{level}>{inline(heading[2], link)}</h{level}>' + (f'\n{_part(rest, link)}' if rest.strip() else '')
    if ITEM.match(lines[0]):
        return _list(lines, link)
    if lines[0].startswith('|') and len(lines) > 1 and re.fullmatch(r'[|\s:-]+', lines[1]):
        return _table(lines, link)
    item = next((number for number, line in enumerate(lines) if line.startswith('- ')), None)
    if item:            # a list right below its sentence
        return _part('\n'.join(lines[:item]), link) + '\n' + _list(lines[item:], link)
    return f'<p>{inline(" ".join(line.strip() for line in lines), link)}</p>'


def _list(lines, link):
    items = []
    for line in lines:
        found = ITEM.match(line)
        if found:
            items.append(found[1])
        elif items:
            items[-1] += ' ' + line.strip()
    kind = 'ul' if lines[0].startswith('-') else 'ol'
    return f'<{kind}>' + ''.join(f'<li>{inline(item, link)}</li>' for item in items) + f'</{kind}>'


def _table(lines, link):
    head, _, *rows = ([cell.strip() for cell in line.strip().strip('|').split('|')] for line in lines)
    first = ''.join(f'<th scope="col">{inline(cell, link)}</th>' for cell in head)
    rest = ''.join('<tr>' + ''.join(f'<td>{inline(cell, link)}</td>' for cell in row) + '</tr>' for row in rows)
    return ('<div class="learn-scroll" role="region" aria-label="Table" tabindex="0">'
            f'<table class="table table-sm w-auto"><thead><tr>{first}</tr></thead><tbody>{rest}</tbody></table></div>')
