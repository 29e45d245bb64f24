"""Who asks: the one value that tells a rule, a query and the audit log for whom they work."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Visitor:
    """Who asks, and from where. A stranger has neither user_id nor role, but an ip all the same.

    user_id, role ('patient', 'staff' or 'admin'), full_name, email, email_is_proven (whether it is known to be theirs)
    and theme are the account's; staff_id and patient_id are its own record among the staff and the patients, where it
    has one. is_desk: of the front desk, which pages begin with; what somebody may see, the view whose_visits says.
    session_id is the session that a cookie opened. lacks_second_factor: the clinic requires one of this account, and it
    has none yet. by_link: it is whoever holds the link of a mail, who acts for the patient and may have no account. ip,
    device (what the browser calls itself) and marks (its cookies that name accounts it has signed in to, by name:
    app/accounts/browsers.py) are the request's.
    """

    user_id: int | None = None
    role: str | None = None
    full_name: str = ''
    email: str = ''
    email_is_proven: bool = False
    theme: str | None = None
    session_id: int | None = None
    staff_id: int | None = None
    patient_id: int | None = None
    is_desk: bool = False
    lacks_second_factor: bool = False
    by_link: bool = False
    ip: str = ''
    device: str = ''
    marks: tuple = field(default=(), repr=False)

    @classmethod
    def of_link(cls, visit: dict) -> 'Visitor':
        """The holder of a link in a mail about a visit (the row of appointments/find_for_mail)."""
        return cls(user_id=visit['holder_id'], role='patient', by_link=True)

    def in_the_name_of(self, user_id: int, role: str | None = None) -> 'Visitor':
        """The same request for an account, once a password or a one-time link has shown whose it is."""
        return replace(self, user_id=user_id, role=role)

    @property
    def is_signed_in(self) -> bool:
        """Whether a session tells who this is: not a stranger, and not the holder of a link."""
        return self.session_id is not None

    @property
    def is_patient(self) -> bool:
        """Whether a patient asks, signed in or by the link in a mail."""
        return self.role == 'patient'

    @property
    def is_clinic(self) -> bool:
        """Whether the clinic acts: somebody of the staff or an admin."""
        return self.role in ('staff', 'admin')
