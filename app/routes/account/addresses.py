"""E-mail addresses: the page behind a link that was mailed to one, and another address for the own account."""

from bottle import response

from app.accounts import addresses, records
from app.errors import NotFound, Refused
from app.forms import profile as forms
from app.web.app import app, form, needs, page, see_other, visitor

NEXT = {'prove': ('/', 'address_confirmed'), 'join': ('/login', 'accounts_joined'), 'change': ('/', 'email_changed')}


@app.get('/confirm-address/<token:token>')
@needs('anyone')
def show_link(token):
    """What a link about an address is for, and the buttons that confirm it or say that it was not oneself."""
    return _by_link(token)


@app.post('/confirm-address/<token:token>')
@needs('anyone')
def confirm(token):
    """Do what the link is for, or stop it, and use the link up. Nobody is signed in by it."""
    try:
        if form().get('not_me'):
            return see_other('/', done=addresses.disown(visitor(), token))
        leads_to = addresses.find(token)['leads_to']
        new_token = addresses.confirm(visitor(), token)
    except NotFound:
        return _by_link(token)
    except Refused as refused:
        return _by_link(token, refused)
    if leads_to == 'take_back':
        return see_other(f'/reset-password/{new_token}', done='address_taken_back')
    path, done = NEXT[leads_to]
    has_records = leads_to == 'prove' and visitor().is_patient and records.list_offered(visitor())
    return see_other('/profile/records' if has_records else path, done=done)


@app.get('/profile/email')
@needs('signed_in')
def show_email():
    """The form for another e-mail address."""
    return _email()


@app.post('/profile/email')
@needs('signed_in')
def change_email():
    """Mail a link to another address; the account has it once the link was confirmed."""
    try:
        is_mailed = addresses.change(visitor(), **forms.read_email_change(form()))
    except Refused as refused:
        return _email(refused)
    return see_other('/profile', done='new_address_asked' if is_mailed else 'email_changed')


@app.post('/profile/email/send-link')
@needs('signed_in')
def send_link():
    """Mail the link that proves the own address once more. The answer is the same if it was sent too often."""
    addresses.send_proof(visitor())
    return see_other('/profile', done='proof_sent')


def _email(refused=None):
    return page('account/email.tpl', refused, days=addresses.DAYS)


def _by_link(token, refused=None):
    """The address of this page is a secret: it is told to nobody and kept by no search engine."""
    response.set_header('Referrer-Policy', 'no-referrer')
    response.set_header('X-Robots-Tag', 'noindex, nofollow')
    try:
        link = addresses.find(token)
    except NotFound:
        return page('account/address_link_is_void.tpl', status=404)
    return page('account/confirm_address.tpl', refused, link=link)
