"""Which settings need each other, and what production refuses: each rule gives one sentence that names the variable."""

from itertools import chain

LOOPBACK = ('localhost', '127.0.0.1', '::1')


def complaints(values: dict, texts: dict):
    """The sentences, first things first. values: by field, before defaults; texts: what was given, by variable."""
    return chain(_database_rules(texts), _mail_rules(texts), _production_rules(values, texts))


def _names(texts, prefix):
    return [name for name in texts if name.startswith(prefix)]


def _database_rules(texts):
    given = _names(texts, 'DB_')
    if given and 'DB_HOST' not in texts and 'DB_SOCKET' not in texts:
        yield f'{given[0]} is set, so DB_HOST (or DB_SOCKET) must say where the database server is.'
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
    if not _names(texts, 'DB_'):
        yield 'DB_HOST, DB_NAME and DB_USER must name a database where CLINIC_ENV is production.'
    if values['db_user'] == 'root':
        yield 'DB_USER must not be root where CLINIC_ENV is production: make an account with fewer rights.'
    if values['db_host'] and not values['db_password']:
        yield 'DB_PASSWORD must be set where CLINIC_ENV is production and DB_HOST is used.'
    if values['learn']:
        yield 'CLINIC_LEARN must be off where CLINIC_ENV is production: it shows the SQL behind each page.'
    if not values['url'].startswith('https://'):
        yield 'CLINIC_URL must start with https:// where CLINIC_ENV is production.'
