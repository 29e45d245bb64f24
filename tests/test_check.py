"""`python clinic.py check`: good news on a clinic set up as the guide says, and each fault by its own sentence."""

import re
from pathlib import Path

import pytest

from tests.support.mail_server import Server
from tests.support.processes import free_port
from tests.support.production import OWNER


@pytest.fixture
def mail():
    server = Server()
    server.controller.start()
    yield server
    server.controller.stop(no_assert=True)


def said(done) -> dict[str, str]:
    """What check said: for each thing it looked at, the mark and the sentence."""
    return dict(re.findall(r'^(?:ok|WRONG) +(\S+) +(.*)$', done.stdout, re.MULTILINE))


def wrongs(done) -> set[str]:
    assert done.returncode in (0, 1), done.stderr
    return set(re.findall(r'^WRONG +(\S+)', done.stdout, re.MULTILINE))


def test_a_clinic_set_up_as_the_guide_says_is_well(clinic):
    done = clinic.run('check', CLINIC_URL=f'https://localhost:{free_port()}')

    assert (done.returncode, done.stderr, wrongs(done)) == (0, '', set()), done.stdout
    assert done.stdout.endswith('All is well.\n')
    assert said(done)['rights'] == 'DB_USER is clinic_app and may do what db/rights.sql says, and nothing else.'


def test_check_leaves_nothing_behind(clinic):
    before = clinic.shell('SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM appointments), '
                          '(SELECT COUNT(*) FROM claims), (SELECT COUNT(*) FROM services)')
    clinic.run('check', 'triggers')

    assert clinic.shell('SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM appointments), '
                        '(SELECT COUNT(*) FROM claims), (SELECT COUNT(*) FROM services)') == before


def test_the_apps_account_cannot_change_tables(clinic):
    done = clinic.run('load-schema', DB_NAME='another')

    assert done.returncode == 2 and done.stderr.count('\n') == 1


def test_an_account_that_may_too_much_is_told(clinic):
    done = clinic.run('check', 'rights', **OWNER)

    assert wrongs(done) == {'rights'}
    assert 'may do more than it should (' in said(done)['rights'] and 'DROP' in said(done)['rights']


@pytest.mark.parametrize('name', ['serve', 'worker'])
def test_the_account_that_owns_the_tables_serves_nothing(clinic, name):
    done = clinic.run(name, **OWNER, CLINIC_PORT=str(free_port()))

    assert (done.returncode, done.stderr) == (2, (
        'DB_USER is clinic_owner, which may ALTER, CREATE, DROP: let web processes and workers use an account that may '
        'only read and write rows, see db/grants.sql.\n'))


@pytest.mark.parametrize('name, words', [
    ('appointment_takes_its_time', 'does not claim its time'),
    ('appointment_releases_its_old_time', 'does not take its claims along'),
    ('appointment_takes_its_new_time', 'does not take its claims along'),
])
def test_each_missing_trigger_is_told(clinic, name, words):
    source = (Path(__file__).parent.parent / 'db' / 'schema.sql').read_text()
    create = re.search(rf'^CREATE TRIGGER {name} .*?;$', source, re.MULTILINE | re.DOTALL)[0]
    clinic.shell(f'DROP TRIGGER {name}')
    done = clinic.run('check', 'triggers')
    if name == 'appointment_releases_its_old_time':             # back to its place, before the other of the two
        create = create.replace('\n', ' PRECEDES appointment_takes_its_new_time\n', 1)
    clinic.shell(create.rstrip(';'))

    assert wrongs(done) == {'triggers'} and words in done.stdout
    assert wrongs(clinic.run('check', 'triggers')) == set()


@pytest.mark.parametrize('name', ['free_starts', 'whose_visits'])
def test_a_missing_view_is_told(clinic, name):
    source = (Path(__file__).parent.parent / 'db' / 'schema.sql').read_text()
    create = re.search(rf'^CREATE SQL SECURITY INVOKER VIEW {name} .*?;$', source, re.MULTILINE | re.DOTALL)[0]
    clinic.shell(f'DROP VIEW {name}')
    done = clinic.run('check', 'view')
    clinic.shell(create.rstrip(';'))

    assert wrongs(done) == {'view'} and name in done.stdout


def test_an_empty_database_is_told(clinic):
    clinic.shell('CREATE DATABASE empty_one')
    clinic.shell("GRANT SELECT, INSERT, UPDATE, DELETE ON empty_one.* TO 'clinic_app'@'localhost'")
    done = clinic.run('check', 'schema', DB_NAME='empty_one')

    assert said(done)['schema'].startswith('There are no tables: run python clinic.py load-schema')


def test_the_demo_among_patients_is_told(clinic):
    clinic.shell("INSERT INTO schema_migrations VALUES ('demo', '2026-01-01')")
    done = clinic.run('check', 'schema')
    clinic.shell("DELETE FROM schema_migrations WHERE version = 'demo'")

    assert said(done)['schema'].startswith('The demo clinic with its well-known passwords is in the database')


def test_a_clinic_without_an_admin_is_told(clinic):
    clinic.shell("UPDATE users SET is_active = FALSE WHERE role = 'admin'")
    done = clinic.run('check', 'admins')
    clinic.shell("UPDATE users SET is_active = TRUE WHERE role = 'admin'")

    assert said(done)['admins'] == 'No admin can sign in: run python clinic.py create-admin.'


def test_lax_durability_is_told(clinic):
    clinic.shell('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
    done = clinic.run('check', 'server')
    clinic.shell('SET GLOBAL innodb_flush_log_at_trx_commit = 1')

    assert said(done)['server'].startswith('A power cut could lose bookings')


@pytest.mark.parametrize('environ, words', [
    ({'DB_PASSWORD': 'wrong'}, 'DB_USER and DB_PASSWORD are not accepted by the database server.'),
    ({'DB_SOCKET': None, 'DB_HOST': '127.0.0.1', 'DB_PORT': '1'}, 'No database server answers at DB_HOST and DB_PORT'),
    ({'DB_SOCKET': None, 'DB_HOST': 'nowhere.invalid', 'DB_TLS_CA': 'ca.pem'},
     'DB_HOST is no machine that can be found'),
    ({'DB_SOCKET': '/nowhere'}, 'No database server answers at DB_SOCKET'),
    ({'DB_NAME': 'nothing_here'}, 'DB_USER may not use the database that DB_NAME names.'),
])
def test_a_database_that_cannot_be_had_is_told(clinic, environ, words):
    if 'DB_TLS_CA' in environ:
        environ = {**environ, 'DB_TLS_CA': str(clinic.folder / 'ca.pem')}
        Path(environ['DB_TLS_CA']).write_text('-----BEGIN CERTIFICATE-----')
    done = clinic.run('check', 'server', 'schema', **environ)

    assert wrongs(done) == {'server', 'schema'} and said(done)['server'].startswith(words)
    assert 'Traceback' not in done.stderr and 'app-word' not in done.stdout + done.stderr


def test_mail_is_tried_without_sending(clinic, mail):
    done = clinic.run('check', 'mail', SMTP_HOST='127.0.0.1', SMTP_PORT=str(mail.port), SMTP_SECURITY='none',
                      MAIL_FROM='desk@clinic.test')

    assert wrongs(done) == set() and mail.taken == []


def test_a_mail_server_that_is_not_there_is_told(clinic):
    done = clinic.run('check', 'mail', SMTP_HOST='127.0.0.1', SMTP_PORT=str(free_port()), SMTP_SECURITY='none',
                      MAIL_FROM='desk@clinic.test')

    assert wrongs(done) == {'mail'} and 'does not take our mail (connect): Connection refused' in done.stdout


def test_a_mail_server_without_encryption_is_told(clinic, mail):
    done = clinic.run('check', 'mail', SMTP_HOST='127.0.0.1', SMTP_PORT=str(mail.port), MAIL_FROM='desk@clinic.test')

    assert wrongs(done) == {'mail'} and '(settings)' in done.stdout


def test_a_word_that_is_no_check_is_told(clinic):
    done = clinic.run('check', 'teapot')

    assert done.returncode == 2 and done.stderr.startswith('What can be checked: settings, disk, ')
