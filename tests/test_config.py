"""Settings: what is right is read, and each wrong or missing one stops the start with a sentence that names it."""

import os
import re
import stat

import pytest

from app import config

DATABASE = {'DB_HOST': 'db', 'DB_NAME': 'clinic', 'DB_USER': 'app', 'DB_PASSWORD': 'x'}
MAIL = {'SMTP_HOST': 'mail.example.org', 'MAIL_FROM': 'desk@example.org'}
PRODUCTION = {**DATABASE, 'DB_HOST': '127.0.0.1', 'CLINIC_ENV': 'production', 'CLINIC_SECRET': 's' * 32,
              'CLINIC_TIMEZONE': 'Europe/Berlin', 'CLINIC_URL': 'https://clinic.example.org',
              'CLINIC_TRUSTED_PROXY': '127.0.0.1'}


@pytest.fixture
def load(tmp_path):
    """load(env_file='text of .env', mode=0o600, NAME='value', …) -> Config"""

    def load(env_file=None, mode=0o600, **environ):
        path = tmp_path / '.env'
        if env_file is not None:
            path.write_bytes(env_file if isinstance(env_file, bytes) else env_file.encode())
            path.chmod(mode)
        return config.load({'CLINIC_LOCAL_DIR': str(tmp_path / 'local'), **environ}, path)

    return load


def without(values, *names):
    return {name: value for name, value in values.items() if name not in names}


def test_nothing_set_gives_a_private_demo_clinic(load, tmp_path):
    settings = load()

    assert (settings.host, settings.port, settings.url) == ('127.0.0.1', 8080, 'http://127.0.0.1:8080')
    assert settings.private_server and not settings.production and settings.learn
    assert settings.timezone.key == 'UTC'
    assert settings.local_dir == tmp_path / 'local'


def test_the_environment_goes_before_the_file(load):
    settings = load('CLINIC_PORT=1111\nCLINIC_NAME="From # file"\n', CLINIC_PORT='2222')

    assert (settings.port, settings.name) == (2222, 'From # file')


def test_an_empty_value_is_none(load):
    settings = load('CLINIC_PORT=\nDB_HOST=\n', CLINIC_NAME=' ')

    assert (settings.port, settings.name, settings.private_server) == (8080, 'Riverside Clinic', True)


def test_dollars_in_the_file_stay_as_they_are(load):
    settings = load("DB_PASSWORD='a${HOME}$b '\n", **without(DATABASE, 'DB_PASSWORD'))

    assert settings.db_password == 'a${HOME}$b '


def test_a_byte_order_mark_costs_no_setting(load):
    assert load(b'\xef\xbb\xbfCLINIC_PORT=1234\n').port == 1234


def test_the_ports_of_mail_follow_its_security(load):
    ports = [load(**MAIL, SMTP_SECURITY=security).smtp_port for security in ('starttls', 'tls', 'none')]

    assert ports == [587, 465, 25]


def test_production_with_all_it_needs_starts(load):
    settings = load(**PRODUCTION)

    assert settings.production and not settings.learn and not settings.private_server


def test_the_example_file_names_every_setting_and_shows_the_defaults(load):
    text = (config.ROOT / '.env.example').read_text()
    shown = dict(re.findall('^#([A-Z_]+)=(.*)$', text, re.MULTILINE))
    alone = {name: value for name, value in shown.items() if name.startswith('CLINIC_') and name != 'CLINIC_LOCAL_DIR'}

    assert set(shown) == set(config.NAMES)
    assert load(**alone) == load(text) == load()
    assert (int(shown['DB_PORT']), int(shown['SMTP_PORT'])) == (load().db_port, load().smtp_port)


@pytest.mark.parametrize('name, value, said', [
    ('CLINIC_PORT', 'http', 'CLINIC_PORT must be a port number from 1 to 65535, not "http".'),
    ('CLINIC_PORT', '0', 'CLINIC_PORT must be a port number from 1 to 65535, not "0".'),
    ('CLINIC_PORT', '65536', 'CLINIC_PORT must be a port number'),
    ('CLINIC_PORT', '٣', 'CLINIC_PORT must be a port number'),
    ('CLINIC_HOST', 'http://x', 'CLINIC_HOST must be a host name or an IP address, not "http://x".'),
    ('CLINIC_HOST', '999.9.9.9', 'CLINIC_HOST must be a host name or an IP address, not "999.9.9.9".'),
    ('CLINIC_HOST', '127.1', 'CLINIC_HOST must be a host name or an IP address, not "127.1".'),
    ('CLINIC_HOST', '::1::', 'CLINIC_HOST must be a host name or an IP address, not "::1::".'),
    ('SMTP_HOST', '10.0.0.256', 'SMTP_HOST must be a host name or an IP address, not "10.0.0.256".'),
    ('CLINIC_TIMEZONE', 'Mars/Base', 'CLINIC_TIMEZONE must be an IANA time zone such as Europe/Berlin, not "Mars'),
    ('CLINIC_TIMEZONE', 'Europe', 'CLINIC_TIMEZONE must be an IANA time zone'),
    ('CLINIC_TIMEZONE', '../../etc/passwd', 'CLINIC_TIMEZONE must be an IANA time zone'),
    ('CLINIC_ENV', 'prod', 'CLINIC_ENV must be development or production, not "prod".'),
    ('CLINIC_LEARN', 'yes', 'CLINIC_LEARN must be 1 (on) or 0 (off), not "yes".'),
    ('CLINIC_URL', 'clinic.example.org', 'CLINIC_URL must be an address such as'),
    ('CLINIC_URL', 'https://clinic.example.org/app', 'CLINIC_URL must be an address such as'),
    ('CLINIC_SECRET', 'short', 'CLINIC_SECRET must have at least 32 characters.'),
    ('CLINIC_NAME', 'n' * 81, 'CLINIC_NAME must be one line of at most 80 characters'),
    ('CLINIC_NAME', 'two\nlines', 'CLINIC_NAME must be one line'),
    ('DB_HOST', 'db', 'DB_HOST is set, so DB_NAME must name the database.'),
    ('DB_NAME', 'clinic', 'DB_NAME is set, so DB_HOST (or DB_SOCKET) must say where the database server is.'),
    ('DB_PORT', '3306', 'DB_PORT is set, so DB_HOST (or DB_SOCKET)'),
    ('SMTP_HOST', 'mail.example.org', 'SMTP_HOST is set, so MAIL_FROM must be the address that mail is sent from.'),
    ('SMTP_PASSWORD', 'x', 'SMTP_PASSWORD is set, so SMTP_HOST must name the mail server.'),
    ('MAIL_FROM', 'nobody', 'MAIL_FROM must be an e-mail address, not "nobody".'),
])
def test_a_wrong_value_is_named_in_one_sentence(load, name, value, said):
    with pytest.raises(config.ConfigError) as refused:
        load(**{name: value})

    assert str(refused.value).startswith(said)
    assert '\n' not in str(refused.value).replace(value, '')


@pytest.mark.parametrize('environ, said', [
    ({**without(DATABASE, 'DB_USER')}, 'DB_HOST is set, so DB_USER must name its account.'),
    ({**DATABASE, 'DB_SOCKET': '/run/db'}, 'DB_HOST and DB_SOCKET are both set'),
    ({**DATABASE, 'DB_NAME': 'a-b`c'}, 'DB_NAME must be letters, digits and underscores'),
    ({**MAIL, 'SMTP_SECURITY': 'ssl'}, 'SMTP_SECURITY must be starttls or tls or none, not "ssl".'),
    ({**MAIL, 'SMTP_USER': 'x'}, 'SMTP_USER is set, so SMTP_PASSWORD must be set too.'),
    ({**MAIL, 'SMTP_USER': 'x', 'SMTP_PASSWORD': 'y', 'SMTP_SECURITY': 'none'},
     'SMTP_SECURITY is none, which would send SMTP_PASSWORD unencrypted'),
])
def test_settings_that_do_not_go_together_are_named(load, environ, said):
    with pytest.raises(config.ConfigError) as refused:
        load(**environ)

    assert str(refused.value).startswith(said)


@pytest.mark.parametrize('name, meant', [
    ('CLINIC_TIME_ZONE', 'CLINIC_TIMEZONE'), ('DB_HOSTNAME', 'DB_HOST'), ('DB_PASSWD', 'DB_PASSWORD'),
    ('SMTP_PASSWROD', 'SMTP_PASSWORD'), ('SMTP_USERNAME', 'SMTP_USER'), ('MAIL_FORM', 'MAIL_FROM'), ('DB_DATABASE', ''),
])
def test_an_unknown_name_with_our_prefixes_is_told_wherever_it_stands(load, tmp_path, name, meant):
    hint = f': did you mean {meant}?' if meant else '.'
    for where, given in ((tmp_path / '.env', {'env_file': f'{name}=x\n'}), ('the environment', {name: 'x'})):
        with pytest.raises(config.ConfigError) as refused:
            load(**given)

        assert str(refused.value) == f'{name}, set in {where}, is not a setting of this program{hint}'
        (tmp_path / '.env').unlink(missing_ok=True)


@pytest.mark.parametrize('name', [
    'CLINIC_PORT_8080_TCP', 'CLINIC_PORT_8080_TCP_ADDR', 'CLINIC_SERVICE_HOST', 'CLINIC_SERVICE_PORT_HTTP',
    'DB_PORT_3306_TCP_PROTO', 'DB_SERVICE_PORT', 'DB_ENV_MYSQL_VERSION', 'CLINIC_WEB_SERVICE_HOST', 'MAILCHECK'])
def test_what_a_container_is_told_of_services_beside_it_is_no_setting(load, name):
    assert load(**{name: 'tcp://10.0.0.1:8080'}) == load()


@pytest.mark.parametrize('environ, demo', [
    ({}, True), ({'CLINIC_DEMO': '0'}, False), (DATABASE, False), ({**DATABASE, 'CLINIC_DEMO': '1'}, True),
    (PRODUCTION, False), ({**PRODUCTION, 'CLINIC_DEMO': '0'}, False)])
def test_the_demo_is_for_the_private_database_or_by_an_explicit_word(load, environ, demo):
    assert load(**environ).demo is demo


@pytest.mark.parametrize('environ, said', [
    ({**PRODUCTION, 'CLINIC_DEMO': '1'}, 'CLINIC_DEMO must be off where CLINIC_ENV is production'),
    ({**DATABASE, 'DB_TLS_CA': '/no/such.pem'}, 'DB_TLS_CA must be a file of certificates (PEM), not "/no/such.pem".'),
    ({**DATABASE, 'DB_TLS_CA': 'README.md'}, 'DB_TLS_CA must be a file of certificates (PEM), not "README.md".'),
    ({**without(DATABASE, 'DB_HOST'), 'DB_SOCKET': '/run/db', 'DB_TLS_CA': 'README.md'}, 'DB_TLS_CA must be'),
    (without(PRODUCTION, 'CLINIC_SECRET'), 'CLINIC_SECRET must be at least 32 random characters'),
    ({**PRODUCTION, 'CLINIC_SECRET': 'x' * 31}, 'CLINIC_SECRET must have at least 32 characters.'),
    (without(PRODUCTION, 'CLINIC_URL'), 'CLINIC_URL must be the https:// address'),
    ({**PRODUCTION, 'CLINIC_URL': 'http://clinic.example.org'}, 'CLINIC_URL must start with https://'),
    (without(PRODUCTION, 'CLINIC_TIMEZONE'), 'CLINIC_TIMEZONE must name the clinic\'s time zone'),
    (without(PRODUCTION, *DATABASE), 'DB_HOST, DB_NAME and DB_USER must name a database'),
    ({**PRODUCTION, 'DB_USER': 'root'}, 'DB_USER must not be root'),
    ({**PRODUCTION, 'CLINIC_LEARN': '1'}, 'CLINIC_LEARN must be off'),
    (without(PRODUCTION, 'DB_PASSWORD'), 'DB_PASSWORD must be set where CLINIC_ENV is production and DB_HOST is used.'),
    ({**PRODUCTION, 'DB_HOST': 'db.example.org'}, 'DB_TLS_CA must be the file with which db.example.org proves'),
    ({**PRODUCTION, 'DB_HOST': '10.0.0.5'}, 'DB_TLS_CA must be the file with which 10.0.0.5 proves'),
    (without(PRODUCTION, 'CLINIC_TRUSTED_PROXY'), 'CLINIC_TRUSTED_PROXY must be the address of the proxy'),
    ({**PRODUCTION, **MAIL, 'SMTP_SECURITY': 'none'}, 'SMTP_SECURITY is none, which would send'),
    ({**PRODUCTION, **MAIL, 'SMTP_HOST': 'mail', 'SMTP_SECURITY': 'none'}, 'SMTP_SECURITY is none, which would send'),
])
def test_production_refuses_what_would_harm_patients(load, environ, said):
    with pytest.raises(config.ConfigError) as refused:
        load(**environ)

    assert str(refused.value).startswith(said)


def test_production_talks_to_a_database_elsewhere_that_proves_who_it_is(load, tmp_path):
    (tmp_path / 'ca.pem').write_text('-----BEGIN CERTIFICATE-----')

    settings = load(**PRODUCTION | {'DB_HOST': 'db.example.org', 'DB_TLS_CA': str(tmp_path / 'ca.pem')})

    assert settings.production and settings.db_tls_ca == tmp_path / 'ca.pem'


@pytest.mark.parametrize('where', [{'DB_HOST': 'localhost'}, {'DB_HOST': '::1'}, {'DB_SOCKET': '/run/db.sock'}])
def test_a_database_on_this_machine_needs_no_certificate(load, where):
    assert load(**without(PRODUCTION, 'DB_HOST'), **where).production


@pytest.mark.parametrize('text, said', [
    ('CLINIC_PROT=1\n', 'CLINIC_PROT, set in '),
    ('CLINIC_NAME\n', '.env, line 1, must read NAME=value.'),
    ('CLINIC_PORT=1\n"broken\n', '.env, line 2, must read NAME=value.'),
    (b'CLINIC_NAME=\xff\n', '.env cannot be read: it is not UTF-8 text.'),
    (b'DB_PASSWORD=a\0b\n', '.env, line 1, must read NAME=value.'),
])
def test_a_mistake_in_the_file_is_told_with_its_place(load, text, said):
    with pytest.raises(config.ConfigError, match='^[^\n]*$') as refused:
        load(text)

    assert said in str(refused.value)


def test_a_file_that_cannot_be_read_is_told(load, tmp_path):
    (tmp_path / '.env').mkdir()

    with pytest.raises(config.ConfigError, match=r'\.env cannot be read: Is a directory\.$'):
        load()


def test_production_refuses_a_secret_that_others_can_read(load):
    with pytest.raises(config.ConfigError, match='holds a secret and others may read it: run chmod 600'):
        load('DB_PASSWORD=x\n', mode=0o640, **without(PRODUCTION, 'DB_PASSWORD'))


def test_production_lets_others_read_a_file_without_secrets(load):
    assert load('CLINIC_PORT=1234\n', mode=0o644, **PRODUCTION).port == 1234


def test_no_secret_is_printed_with_the_settings(load):
    settings = load(**PRODUCTION, **MAIL, SMTP_USER='me', SMTP_PASSWORD='whisper')

    assert 'whisper' not in repr(settings) and 's' * 32 not in repr(settings)


def test_development_makes_a_secret_once_and_keeps_it_to_its_owner(load, tmp_path):
    first, second = load().secret, load().secret

    assert first == second and len(first) >= config.SECRET_LENGTH
    assert stat.S_IMODE(os.stat(tmp_path / 'local' / 'secret').st_mode) == 0o600
    assert os.listdir(tmp_path / 'local') == ['secret']


def test_a_damaged_secret_is_told(load, tmp_path):
    load()
    (tmp_path / 'local' / 'secret').write_text('cut')

    with pytest.raises(config.ConfigError, match='secret is damaged: delete it'):
        load()


def test_a_local_folder_that_cannot_be_made_is_told(load, tmp_path):
    (tmp_path / 'file').write_text('')

    with pytest.raises(config.ConfigError, match='CLINIC_LOCAL_DIR is .*, which cannot be used: Not a directory'):
        load(CLINIC_LOCAL_DIR=str(tmp_path / 'file' / 'local'))


def test_a_wrong_value_leaves_nothing_behind(load, tmp_path):
    with pytest.raises(config.ConfigError):
        load(CLINIC_PORT='x')

    assert not (tmp_path / 'local').exists()


@pytest.mark.parametrize('host', ['localhost', '127.0.0.1', '::1'])
def test_production_may_hand_mail_to_a_server_on_this_machine_as_it_is(load, host):
    settings = load(**PRODUCTION, **{**MAIL, 'SMTP_HOST': host}, SMTP_SECURITY='none')

    assert (settings.smtp_host, settings.smtp_security) == (host, 'none')
