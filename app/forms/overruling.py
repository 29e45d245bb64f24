"""The part of a form in which staff override rules: a tick for each, and a reason (views/parts/overrule.tpl)."""

from app.errors import Refused
from app.forms.fields import Reader
from app.visits import rules
from app.visits.wanted import Wanted

WHY = 'Please give a reason of at most 200 characters. It is kept in the history of the visit.'


def read(reader: Reader) -> dict:
    """overruled (the rules ticked), why ('' if none was given, None if it is too long), tell_patient."""
    return {'overruled': tuple(name for name in rules.SENTENCES
                               if name in rules.OVERRULABLE and reader.ticked(f'overrule_{name}')),
            'why': Reader(reader.form).text('why', longest=200, required=False),
            'tell_patient': reader.ticked('tell_patient')}


def missing(wanted: Wanted, warnings: list[dict] = ()) -> dict[str, str]:
    """A sentence by form field: for each warning (a dict with rule, sentence) not ticked, and for a missing reason."""
    errors = {f'overrule_{each["rule"]}': f'{each["sentence"]} Please tick this warning to override it.'
              for each in warnings if each['rule'] not in wanted.overruled}
    return errors | ({'why': WHY} if wanted.overruled and not wanted.why else {})


def check(wanted: Wanted):
    """Refuse to overrule a rule without a reason. By itself, so that the page can show the warnings again."""
    if errors := missing(wanted):
        raise Refused(errors)
