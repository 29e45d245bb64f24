"""Which settings need each other, and what production refuses: each rule gives one sentence that names the variable."""

import difflib
import re
from itertools import chain

LOOPBACK = ('localhost', '127.0.0.1', '::1')
OURS = ('CLINIC_', 'DB_', 'SMTP_', 'MAIL_')
# What Docker's links and Kubernetes put into the environment of a container beside a service called db or clinic.
OF_A_SERVICE = re.compile(r'[A-Z]+_(\w+_)?(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?|ENV_\w+)')


def unknown_names(known: tuple, places: dict):
    """A sentence for each name that looks like a setting of ours and is none. places: where -> what was found there."""
    for place, names in places.items():
        for name in names:
            if not name.startswith(OURS) or name in known or OF_A_SERVICE.fullmatch(name):
                continue
            longer = sorted(filter(name.startswith, known), key=len)
            near = longer[-1:] or difflib.get_close_matches(name, known, 1, 0.75)
            meant = f': did you mean {near[0]}?' if near else '.'
            yield f'{name}, set in {place}, is not a setting of this program{meant}'


def complaints(values: dict, texts: dict):
    """The sentences, first things first. values: by field, before defaults; texts: what was given, by variable."""
    return chain(_database_rules(texts), _mail_rules(texts), _production_rules(values, texts))


def _names(texts, prefix):
    return [name for name in texts if name.startswith(prefix)]


def _database_rules(texts):
    given = _names(texts, 'DB_')
    if given and 'DB_HOST' not in texts and 'DB_SOCKET' not in texts:
        yield f'{given[0]} is set, so DB_HOST (or DB_SOCKET) must say where the database server is.'
    if 'DB_TLS_CA' in texts and 'DB_HOST' not in texts:
        yield 'DB_TLS_CA is set, so DB_HOST must name the database server: a socket needs no encryption.'
    if 'DB_HOST' in texts and 'DB_SOCKET' in texts:
        yield 'DB_HOST and DB_SOCKET are both set: keep the one that leads to the database server.'
    for name, what in (('DB_NAME', 'name the database'), ('DB_USER', 'name its account')):
        if given and name not in texts:
            yield f'{given[0]} is set, so {name} must {what}.'


def _mail_rules(texts):
    given = _names(texts, 'SMTP_')
    if given and 'SMTP_HOST' not in texts:
        yield f'{given[0]} is set, so SMTP_HOST must name the mail server.'
    if given and 'MAIL_FROM' not in texts:
        yield f'{given[0]} is set, so MAIL_FROM must be the address that mail is sent from.'
    for name, other in (('SMTP_USER', 'SMTP_PASSWORD'), ('SMTP_PASSWORD', 'SMTP_USER')):
        if name in texts and other not in texts:
            yield f'{name} is set, so {other} must be set too.'
    if 'SMTP_PASSWORD' in texts and texts.get('SMTP_SECURITY') == 'none' and texts['SMTP_HOST'] not in LOOPBACK:
        yield 'SMTP_SECURITY is none, which would send SMTP_PASSWORD unencrypted: use starttls or tls.'


def _production_rules(values, texts):
    if values['env'] != 'production':
        return
    needed = {'CLINIC_SECRET': 'be at least 32 random characters',
              'CLINIC_URL': 'be the https:// address that patients open',
              'CLINIC_TIMEZONE': 'name the clinic\'s time zone, such as Europe/Berlin'}
    for name, what in needed.items():
        if name not in texts:
            yield f'{name} must {what} where CLINIC_ENV is production.'
    yield from _production_database_rules(values, texts)
    switches = {'CLINIC_DEMO': "the demo's passwords are known to everybody",
                'CLINIC_LEARN': 'it shows the SQL behind each page'}
    for name, why in switches.items():
        if values[name.removeprefix('CLINIC_').lower()]:
            yield f'{name} must be off where CLINIC_ENV is production: {why}.'
    if not values['url'].startswith('https://'):
        yield 'CLINIC_URL must start with https:// where CLINIC_ENV is production.'
    if 'CLINIC_TRUSTED_PROXY' not in texts:     # this program speaks no TLS, so a proxy does
        yield ('CLINIC_TRUSTED_PROXY must be the address of the proxy that takes CLINIC_URL, such as 127.0.0.1, where '
               'CLINIC_ENV is production: without it, all visitors seem to come from one place.')
    yield from _production_mail_rules(values, texts)


def _production_database_rules(values, texts):
    if not _names(texts, 'DB_'):
        yield 'DB_HOST, DB_NAME and DB_USER must name a database where CLINIC_ENV is production.'
    if values['db_user'] == 'root':
        yield 'DB_USER must not be root where CLINIC_ENV is production: make an account with fewer rights.'
    if values['db_host'] and not values['db_password']:
        yield 'DB_PASSWORD must be set where CLINIC_ENV is production and DB_HOST is used.'
    if texts.get('DB_HOST', LOOPBACK[0]) not in LOOPBACK and 'DB_TLS_CA' not in texts:
        yield (f'DB_TLS_CA must be the file with which {texts["DB_HOST"]} proves who it is where CLINIC_ENV is '
               'production: without it, patients\' records would cross the network unprotected.')


def _production_mail_rules(values, texts):
    if texts.get('SMTP_HOST', LOOPBACK[0]) not in LOOPBACK and values['smtp_security'] == 'none':
        yield ('SMTP_SECURITY is none, which would send patients\' mail unencrypted to another machine: '
               'use starttls or tls where CLINIC_ENV is production.')
