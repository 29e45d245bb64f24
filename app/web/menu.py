"""The menu of each role, in one place. A page whose route does not exist is left out (app.web.app.page)."""

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

# What an admin who is also a member of staff, and so may be booked, finds besides.
OF_STAFF = ('Profile', '/staff/profile')

HOMES = {'patient': '/', 'staff': '/staff', 'admin': '/admin'}      # where signing in leads


ELSEWHERE = {'/staff/why-not': '/staff/book'}                        # pages that belong to an entry of another path


def current(menu, path: str) -> str | None:
    """The menu's entry that a page belongs to: the longest one that its path begins with."""
    path = ELSEWHERE.get(path, path)
    fitting = [entry for _, entry in menu if path == entry or path.startswith(entry + '/')]
    return max(fitting, key=len, default=None)
