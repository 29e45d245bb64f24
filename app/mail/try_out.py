"""Whether the mail server takes mail from us, asked without sending any: for `python clinic.py check`."""

from app.mail import outcomes
from app.mail.outcomes import Failed
from app.mail.smtp import Conversation, Limits

ELSEWHERE = 'test@example.org'      # at a domain that is kept for examples: no mail is ever sent there


def ask(settings, limits: Limits) -> str:
    """Sign in, name our sender and a recipient, hang up; once with our own address, once with one elsewhere, for a
    server that does not know us takes mail to its own domain and to no other.

    What the server said, as sentences. Raises Failed where it takes no mail from us.
    """
    code, text = Conversation(settings, limits).try_out(settings.mail_from)
    heard = f'To {settings.mail_from} it said: {code} {text}.'
    try:
        Conversation(settings, limits).try_out(ELSEWHERE)
    except Failed as failed:
        if failed.names_nobody or failed.code is None or outcomes.may_be_about_us(failed.code, failed.answer):
            raise
        return f'{heard} To {ELSEWHERE}, which is no mailbox: {failed.code} {failed.answer}.'
    return f'{heard} It takes mail to other domains too.'
