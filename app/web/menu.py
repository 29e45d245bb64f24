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
        ('Upcoming', '/staff/upcoming'),
        ('Availability', '/staff/hours'),
        ('Book for a patient', '/staff/book'),
        ('Profile', '/staff/profile'),
    ),
    'admin': (
        ('Dashboard', '/admin'),
        ('Appointments', '/admin/appointments'),
        ('Book for a patient', '/staff/book'),
        ('Availability', '/staff/hours'),
        ('Users', '/admin/users'),
        ('Rooms', '/admin/rooms'),
        ('Services', '/admin/services'),
        ('Closures', '/admin/closures'),
        ('E-mail', '/admin/notifications'),
        ('Reports', '/admin/reports'),
        ('Audit', '/admin/audit'),
        ('Settings', '/admin/settings'),
    ),
}

HOMES = {'patient': '/', 'staff': '/staff', 'admin': '/admin'}      # where signing in leads
ELSEWHERE = {'/staff/why-not': '/staff/book'}                        # pages that belong to an entry of another path


def of(role: str | None, is_staff: bool) -> tuple:
    """The entries (label, path) of a role. An admin who is also a member of staff has a profile besides."""
    return MENUS[role] + ((('Profile', '/staff/profile'),) if role == 'admin' and is_staff else ())


def current(menu, path: str) -> str | None:
    """The menu's entry that a page belongs to: the longest one that its path begins with."""
    path = ELSEWHERE.get(path, path)
    if path.removeprefix('/staff/').isdigit():          # the public page of a member of staff
        path = '/book'
    fitting = [entry for _, entry in menu if path == entry or path.startswith(entry + '/')]
    return max(fitting, key=len, default=None)
