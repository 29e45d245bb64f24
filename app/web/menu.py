"""The menu of each role, and the page that signing in leads to."""

MENUS = {
    None: (
        ('Book an appointment', '/book'),
        ('Sign in', '/login'),
        ('Register', '/register'),
    ),
    'patient': (
        ('Book an appointment', '/book'),
        ('My appointments', '/appointments'),
        ('Profile', '/profile'),
    ),
    'staff': (
        ('Today', '/staff'),
        ('Week', '/staff/week'),
        ('Patients', '/staff/patients'),
        ('Hours', '/staff/hours'),
        ('Profile', '/staff/profile'),
    ),
    'admin': (
        ('Today', '/admin'),
        ('Calendar', '/staff'),
        ('Patients', '/staff/patients'),
        ('Reports', '/admin/reports'),
        ('Clinic', '/admin/clinic'),
    ),
}

HOMES = {'patient': '/', 'staff': '/staff', 'admin': '/admin'}      # where signing in leads
# Pages, with all below them, that belong to an entry of another path: the entry counts in a menu that has it.
ELSEWHERE = (
    ('/appointments', '/staff'),
    ('/staff/why-not', '/staff/patients'),
    ('/staff/book', '/staff/patients'),
    ('/admin/patients', '/staff/patients'),
    *((f'/staff/{page}', '/staff') for page in ('week', 'month', 'upcoming', 'away', 'calls', 'new-accounts')),
    ('/staff/month', '/staff/week'),
    ('/staff/upcoming', '/staff/week'),
    ('/staff/hours', '/admin/clinic'),
    ('/staff/profile', '/admin/clinic'),
    ('/profile', '/staff/profile'),
    *((f'/admin/{page}', '/admin/clinic') for page in ('users', 'services', 'rooms', 'closures', 'appointments',
                                                      'notifications', 'settings', 'audit')),
)


def current(menu: tuple, path: str) -> str | None:
    """The path of the menu's entry that a page belongs to: the page itself, or what is nearest above it."""
    if path.removeprefix('/staff/').isdigit():          # the public page of a member of staff
        path = '/book'
    entries = {entry: entry for _, entry in menu}
    places = {page: entry for page, entry in ELSEWHERE if entry in entries} | entries
    fitting = [page for page in places if path == page or path.startswith(page + '/')]
    return places[max(fitting, key=len)] if fitting else None
