"""`python clinic.py change-zone`"""

from app.commands import asking
from app.commands.ready import StartError, reachable
from app.ops import loader


def arguments(parser):
    asking.add_yes(parser)


def run(settings, given):
    """Let the clinic's times be those of CLINIC_TIMEZONE from now on, with all web processes stopped.

    Visits, hours and closures keep the time of day that the clock in the waiting room shows; which moment that is
    changes. Mail that is queued already keeps the moment at which it is sent.
    """
    zone = settings.timezone.key
    with reachable(settings) as settings, loader.linked(settings) as link:
        loader.lock(link)
        loader.refuse_half_restored(link)
        before = link.value('clock_gaps/find_timezone') if link.value('schema/find_completed') else None
        if before in (None, zone):
            print(f'The clinic\'s times are those of {zone} already.' if before else 'There is no clinic yet.')
            return
        if link.rows('schema/list_others'):
            raise StartError(f'Other programs use the database {settings.db_name}: stop the web processes and workers '
                             'first.')
        asking.agree(f'The clinic\'s times, now those of {before}, will be the same times of day in {zone}.', given)
        loader.set_zone(link, zone)
        print(f'The clinic\'s times are those of {zone} now.')
