"""`python clinic.py learn-big`"""

from app.commands import course
from app.learn import places


def run(settings, given):
    """Make the course's clinic with 100,000 visits."""
    with course.open_course(settings):
        course.tell_of_making('big')
        places.make('big')
        print('The clinic with 100,000 visits is ready.')
