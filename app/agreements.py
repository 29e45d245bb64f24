"""What an account agreed to: a version of the clinic's privacy notice."""

from app import clock

KIND = 'privacy'        # of clinic_texts: the one that is agreed to


def keep(tx, user_id: int | None, version: int | None):
    """Keep that an account agreed to a version of the privacy notice, in the transaction that this belongs to.

    version: the one that the page showed, None where it showed none. One that does not exist is not kept. Whoever
    agreed to it before did so then.
    """
    if user_id and version:
        tx.change('agreements/insert', user_id=user_id, kind=KIND, version=version, now_utc=clock.now_utc())
