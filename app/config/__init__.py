"""Configuration: the environment over `.env`, each value checked once, wrong ones named in one sentence.

    from app import config
    settings = config.load()        # Config, or ConfigError
    config.use(settings)            # from here on config.current() gives it
"""

import dataclasses
import ipaddress
import os
import re
import zoneinfo
from pathlib import Path
from urllib.parse import urlsplit

from app.config import rules, secret_files
from app.config.secret_files import ConfigError

ROOT = Path(__file__).resolve().parent.parent.parent  # relative paths in settings start here
SECRETS = ('CLINIC_SECRET', 'DB_PASSWORD', 'SMTP_PASSWORD')
SECRET_LENGTH = 32
SMTP_PORTS = {'starttls': 587, 'tls': 465, 'none': 25}


@dataclasses.dataclass(frozen=True)
class Config:
    """Every setting, typed. Without DB_* names private_server is true, and db_socket is known once it runs."""

    host: str
    port: int
    name: str
    timezone: zoneinfo.ZoneInfo
    url: str  # without a slash at its end
    env: str  # 'development' or 'production'
    local_dir: Path
    server_binary: str | None
    learn: bool  # the pages of the SQL course, and the SQL of each page
    demo: bool  # a new database gets the demo clinic
    trusted_proxy: str | None  # the IP address of the proxy in front, whose word on who asks is taken
    secret: str = dataclasses.field(repr=False)
    private_server: bool  # no database is configured, so the app runs its own
    db_host: str | None
    db_port: int
    db_socket: str | None
    db_name: str
    db_user: str
    db_password: str = dataclasses.field(repr=False)
    db_app_account: str | None          # whom load-schema and migrate give the app's rights
    db_tls_ca: Path | None  # whose certificates the database server's is to be one of
    smtp_host: str | None
    smtp_port: int
    smtp_security: str  # 'starttls', 'tls' or 'none'
    smtp_user: str | None
    smtp_password: str | None = dataclasses.field(repr=False)
    mail_from: str | None
    smtp_per_minute: int | None  # mails that each worker sends at most, where the provider limits that

    @property
    def production(self):
        """True where real patients are served: no demo data, no learning pages, secrets required."""
        return self.env == 'production'


# ---- readers: text -> value, or ValueError with the rest of the sentence


def _matching(pattern, wanted):
    def read(text):
        if not re.fullmatch(pattern, text):
            raise ValueError(f'must be {wanted}, not "{text}"')
        return text

    return read


def _one_of(*choices):
    return _matching('|'.join(choices), ' or '.join(choices))


def _port(text):
    if not re.fullmatch('[0-9]{1,5}', text) or not 1 <= int(text) <= 65535:
        raise ValueError(f'must be a port number from 1 to 65535, not "{text}"')
    return int(text)


def _per_minute(text):
    if not re.fullmatch('[0-9]{1,4}', text) or not int(text):
        raise ValueError(f'must be a number of mails from 1 to 9999, not "{text}"')
    return int(text)


def _switch(text):
    return _matching('0|1', '1 (on) or 0 (off)')(text) == '1'


def _timezone(text):
    try:
        return zoneinfo.ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        if not zoneinfo.available_timezones():
            raise ValueError('cannot be looked up: install the package tzdata') from None
        raise ValueError(f'must be an IANA time zone such as Europe/Berlin, not "{text}"') from None


def _url(text):
    parts = urlsplit(text)
    if parts.scheme not in ('http', 'https') or not parts.hostname or parts.path.strip('/') or parts.query:
        raise ValueError(f'must be an address such as https://clinic.example.org, not "{text}"')
    return text.rstrip('/')


def _ip(text):
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise ValueError(f'must be the one IP address that the proxy has, such as 127.0.0.1, not "{text}"') from None


def _hostname(text):
    try:
        if re.fullmatch('[0-9.]+', text) or not re.fullmatch('[A-Za-z0-9_.-]{1,253}', text):
            ipaddress.ip_address(text)
    except ValueError:
        raise ValueError(f'must be a host name or an IP address, not "{text}"') from None
    return text


def _certificates(text):
    path = ROOT / text
    if not path.is_file() or b'BEGIN CERTIFICATE' not in path.read_bytes():
        raise ValueError(f'must be a file of certificates (PEM), not "{text}"')
    return path


def _secret(text):
    if len(text) < SECRET_LENGTH:
        raise ValueError(f'must have at least {SECRET_LENGTH} characters')
    return text


_text = _matching(r'[^\x00-\x1f\x7f]{1,80}', 'one line of at most 80 characters')
_email = _matching(r'[A-Za-z0-9.!#$%&\'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+', 'an e-mail address')
_account = _matching(r'[A-Za-z0-9_.-]{1,32}@[A-Za-z0-9_.:%-]{1,255}',
                     'an account and where it comes from, such as clinic_app@localhost')
_database = _matching(r'[A-Za-z0-9_]{1,64}', 'letters, digits and underscores')

# name of the variable, its reader, its default; the field is the name in lower case without CLINIC_
VARIABLES = (
    ('CLINIC_ENV', _one_of('development', 'production'), 'development'),
    ('CLINIC_HOST', _hostname, '127.0.0.1'),
    ('CLINIC_PORT', _port, 8080),
    ('CLINIC_NAME', _text, 'Riverside Clinic'),
    ('CLINIC_TIMEZONE', _timezone, None),
    ('CLINIC_URL', _url, None),
    ('CLINIC_LOCAL_DIR', str, '.local'),
    ('CLINIC_SERVER_BINARY', str, None),
    ('CLINIC_LEARN', _switch, None),
    ('CLINIC_DEMO', _switch, None),
    ('CLINIC_SECRET', _secret, None),
    ('CLINIC_TRUSTED_PROXY', _ip, None),
    ('DB_HOST', _hostname, None),
    ('DB_PORT', _port, 3306),
    ('DB_SOCKET', str, None),
    ('DB_NAME', _database, None),
    ('DB_USER', str, None),
    ('DB_PASSWORD', str, ''),
    ('DB_APP_ACCOUNT', _account, None),
    ('DB_TLS_CA', _certificates, None),
    ('SMTP_HOST', _hostname, None),
    ('SMTP_PORT', _port, None),
    ('SMTP_SECURITY', _one_of(*SMTP_PORTS), 'starttls'),
    ('SMTP_USER', str, None),
    ('SMTP_PASSWORD', str, None),
    ('MAIL_FROM', _email, None),
    ('SMTP_PER_MINUTE', _per_minute, None),
)
NAMES = tuple(name for name, _, _ in VARIABLES)


def load(environ=os.environ, env_file=ROOT / '.env'):
    """Read the environment over `env_file` (which may be missing) into a Config. Raises ConfigError."""
    env_file = Path(env_file)
    from_file = secret_files.read_env(env_file)
    for complaint in rules.unknown_names(NAMES, {env_file: from_file, 'the environment': environ}):
        raise ConfigError(complaint)
    texts = _given({**from_file, **environ})
    values = {name.removeprefix('CLINIC_').lower(): _read(name, reader, texts.get(name), default)
              for name, reader, default in VARIABLES}
    if values['env'] == 'production' and any(from_file.get(name) for name in SECRETS):
        secret_files.refuse_if_others_may_read(env_file)
    for complaint in rules.complaints(values, texts):
        raise ConfigError(complaint)
    return Config(**_with_defaults(values))


def _given(texts):
    """Only our names, empty ones left out; passwords keep their spaces."""
    texts = {name: texts[name] if name in SECRETS else texts[name].strip() for name in NAMES if name in texts}
    return {name: text for name, text in texts.items() if text}


def _with_defaults(values):
    """Fill in what depends on other settings."""
    host = {'0.0.0.0': '127.0.0.1', '::': '::1'}.get(values['host'], values['host'])
    host = f'[{host}]' if ':' in host else host
    local_dir = ROOT / values['local_dir']
    private = values['db_host'] is None and values['db_socket'] is None
    defaults = {
        'url': f'http://{host}:{values["port"]}',
        'timezone': _read('CLINIC_TIMEZONE', _timezone, 'UTC', None),
        'demo': private and values['env'] == 'development',
        'smtp_port': SMTP_PORTS[values['smtp_security']],
        'db_name': 'clinic',  # the private server's only database and account
        'db_user': 'root',
    }
    defaults['learn'] = defaults['demo'] if values['demo'] is None else values['demo']
    missing = {field: value for field, value in defaults.items() if values[field] is None}
    secret = values['secret'] or secret_files.kept_secret(local_dir / 'secret', SECRET_LENGTH)
    return {**values, **missing, 'private_server': private, 'local_dir': local_dir, 'secret': secret}


def _read(name, reader, text, default):
    if text is None:
        return default
    try:
        return reader(text)
    except ValueError as error:
        raise ConfigError(f'{name} {error}.') from None


# ---- the settings of this process

_current = None


def use(settings):
    """Make `settings` the ones of this process."""
    global _current
    _current = settings


def current():
    """The Config given to use(); None before that."""
    return _current


def sends_mail() -> bool:
    """Whether this clinic sends mail at all."""
    return bool(_current.smtp_host)
