"""The address that a mail goes to. It is looked up at sending, because addresses change while mail waits."""


def present(mail: dict, visit: dict | None) -> str | None:
    """The address that a mail is for now, or None where there is none any more.

    mail: the row of notifications/find. visit: the row of appointments/find_for_mail, for mail about visits. Only the
    notice that an address was changed goes to the one it was queued for: the old one has to hear of it too.
    """
    if mail['audience'] == 'patient':
        return visit['patient_email']
    if mail['audience'] == 'staff':
        return visit['staff_email']
    if mail['kind'] == 'address_changed':
        return mail['recipient']
    return mail['account_email']


def left(mail: dict, email: str | None) -> str | None:
    """Why a mail is not to be sent for the sake of its address, in a sentence, or None. email: from present().

    A one-time link was made for who had the address at the time; it is not sent after them to another.
    """
    if not email:
        return 'There is no e-mail address any more.'
    if mail['kind'] in ('account_created', 'password_reset') and email != mail['recipient']:
        return 'The account now has another e-mail address. Open the account to send a new link.'
    return None
