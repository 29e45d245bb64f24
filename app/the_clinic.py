"""What the clinic is called, how it is reached, and the settings that pages and mail need."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from app import config
from app.written import Written, phone_link


@dataclass(frozen=True)
class Texts:
    """What the clinic says in its own words, as far as every page needs it: a version is 0, a text '' where there is
    none.

    The two long texts are pages of their own, /privacy and /imprint. The two short ones stand on other pages.
    """

    privacy_version: int = 0
    imprint_version: int = 0
    before_booking: str = ''    # what to do in an emergency, and the like
    news: str = ''


def changes_until(visit: dict) -> datetime:
    """The last moment (local) at which a patient may still move or cancel a visit.

    visit: with starts_at (local) and cancel_deadline_minutes, which the view rules_of_services gives for its service.
    """
    return visit['starts_at'] - timedelta(minutes=visit['cancel_deadline_minutes'])


@dataclass(frozen=True)
class Clinic:
    """The clinic: its name, how to reach it ('' where nothing is written), the rules of booking, its way of writing.

    Lengths are in minutes, horizon_days in days; services may have rules of their own (the view rules_of_services).
    date_style and clock_style are those of Written.
    """

    name: str
    address: str = ''           # where it stands, for letters and maps
    phone: str = ''
    email: str = ''
    notice_minutes: int = 0
    horizon_days: int = 0
    cancel_deadline_minutes: int = 0
    reminder_lead_minutes: int = 0      # 0: no reminders
    visits_ahead_limit: int = 0
    account_visits_limit: int = 0
    second_factor_for: str = 'nobody'   # or 'admins', or 'clinic': all who work here
    date_style: str = 'day_first'
    clock_style: str = '24'
    texts: Texts = Texts()

    @classmethod
    def of(cls, settings: dict, texts: Texts = Texts()) -> 'Clinic':
        """The clinic of a row of settings/find. It goes by the configured name until it has chosen one."""
        kept = {field.name: settings[field.name] for field in fields(cls) if field.name not in ('name', 'texts')}
        return cls(settings['clinic_name'] or config.current().name, **kept, texts=texts)

    def requires_second_factor(self, role: str) -> bool:
        """Whether an account of this role has to sign in with a code besides its password."""
        return role in {'nobody': (), 'admins': ('admin',), 'clinic': ('admin', 'staff')}[self.second_factor_for]

    @property
    def phone_link(self) -> str:
        """The link that a phone calls when the number is touched; '' without a number."""
        return phone_link(self.phone)

    @property
    def written(self) -> Written:
        """How the clinic writes dates and times."""
        return Written(self.date_style, self.clock_style)
