"""What nobody was told before: backups that fail or grow old, a full disk under the data, mail that does not go out."""

import dataclasses
import datetime as dt
import json
import logging
import shutil
from collections import namedtuple
from types import SimpleNamespace

import pytest

from app import clock, config
from app.ops import checks, upkeep
from app.reports import troubles
from tests.support.processes import free_port

NOW = dt.datetime(2026, 6, 1, 6, 0)         # of the tests' clock, UTC


@pytest.fixture
def production(cast, shell):
    """The cast's clinic as one in production that began long ago; the state of its backups is put back."""
    config.use(dataclasses.replace(cast, env='production', smtp_host='127.0.0.1', mail_from='desk@clinic.test'))
    [[begun]] = shell("SELECT applied_utc FROM schema_migrations WHERE version = 'schema'")
    shell("UPDATE schema_migrations SET applied_utc = '2026-01-01' WHERE version = 'schema'")
    shell("INSERT INTO clinic_texts VALUES ('privacy', 1, 'What we keep.', '2026-01-01', NULL)")
    yield lambda saved_utc, failure='': shell('UPDATE last_backup SET saved_utc = %s, failed_utc = %s, failure = %s',
                                              saved_utc, NOW if failure else None, failure)
    shell("UPDATE last_backup SET saved_utc = NULL, failed_utc = NULL, failure = ''")
    shell("UPDATE schema_migrations SET applied_utc = %s WHERE version = 'schema'", begun)
    config.use(cast)


def texts():
    return [trouble.text for trouble in troubles.found(troubles.figures())]


@pytest.mark.parametrize('saved, failure, told', [
    (NOW - dt.timedelta(hours=30), '', []),
    (NOW - dt.timedelta(hours=37), '', ['The last good backup is 37 hours old: see docs/backup.md']),
    (NOW - dt.timedelta(days=9), '', ['The last good backup is 9 days old: see docs/backup.md']),
    (None, '', ['No backup was made yet: see docs/backup.md']),
    (NOW, 'No room.', ['The last backup failed: No room. The last good backup is 0 minutes old']),
])
def test_a_backup_that_is_old_or_failed_is_told(production, saved, failure, told):
    production(saved, failure)

    assert texts() == told


def test_a_new_clinic_and_a_trial_need_no_backup_yet(production, cast, shell):
    production(None)
    config.use(dataclasses.replace(config.current(), env='development'))
    assert texts() == []

    config.use(dataclasses.replace(config.current(), env='production'))
    shell("UPDATE schema_migrations SET applied_utc = '2026-05-31' WHERE version = 'schema'")
    assert texts() == []


def test_a_backup_of_this_very_second_has_an_age(production):
    production(NOW)
    seen = SimpleNamespace(settings=config.current(), figures={}, opened=True)

    assert upkeep.backup(seen) == 'The last good backup is 0 minutes old.'
    assert json.dumps(seen.figures) == '{"backup_age_seconds": 0, "backup_failure": null}'


def test_mail_that_does_not_go_out_is_told(production, shell):
    production(NOW)
    mail = ("INSERT INTO notifications (dedupe_key, kind, recipient, state, next_try_utc, created_utc) "
            "VALUES (%s, 'test', 'x@x.test', %s, %s, %s)")
    shell(mail, 'a', 'pending', '2026-06-01 05:30', '2026-05-01')
    shell(mail, 'b', 'failed', '2026-01-01', '2026-01-01')
    shell(mail, 'c', 'pending', '2026-06-01 07:00', '2026-05-01')
    assert texts() == []

    shell(mail, 'd', 'pending', '2026-06-01 03:00', '2026-05-01')
    shell(mail, 'e', 'failed', '2026-05-31', '2026-05-31')
    assert texts() == ['E-mail has been waiting to be sent for 3 hours',
                       '1 e-mail could not be delivered in the last 30 days']


def test_a_disk_without_room_is_told_where_it_can_be_seen(production, monkeypatch):
    production(NOW)
    usage = namedtuple('usage', 'total used free')
    monkeypatch.setattr(shutil, 'disk_usage', lambda path: usage(1, 1, 999 * 10**6))
    assert texts()[0].startswith('Only 999 MB are free on the disk of the database (/')

    config.use(dataclasses.replace(config.current(), db_socket=None, db_host='db.example.org'))
    assert texts() == [] and troubles.figures()['data_free_bytes'] is None


def test_the_log_tells_each_trouble_once_a_day(production, caplog):
    production(None, 'No room.')
    caplog.set_level(logging.WARNING, 'clinic.troubles')
    said = {}
    for hours in (0, 1, 23, 24):
        clock.freeze(NOW + dt.timedelta(hours=hours))
        troubles.tell(said)
    production(clock.now_utc())
    troubles.tell(said)
    production(clock.now_utc(), 'Again.')
    troubles.tell(said)

    assert caplog.messages == [*['backup: The last backup failed: No room. No backup was made yet.'] * 2,
                               'backup: The last backup failed: Again. The last good backup is 0 minutes old.']


def test_an_admins_first_page_tells_them(production, browser):
    production(NOW - dt.timedelta(days=3))
    config.use(dataclasses.replace(config.current(), env='development'))
    page = browser('ada').get('/admin')
    assert 'The last good backup is 3 days old.' in page.text and 'Needs attention' not in page.text

    production(NOW - dt.timedelta(days=3), 'No <room>.')
    page = browser('ada').get('/admin')
    assert 'The last backup failed: No &lt;room&gt;. The last good backup is 3 days old' in page.text


# ---- a clinic in production, from outside

OWNER = {'DB_USER': 'clinic_owner', 'DB_PASSWORD': 'owner-word'}


def test_backups_write_down_what_came_of_them(clinic, tmp_path):
    folder = tmp_path / 'backups'
    folder.mkdir()
    two = [clinic.run('backup', str(folder), **OWNER) for _ in range(2)]
    assert [(each.returncode, each.stderr) for each in two] == [(0, '')] * 2
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2 and all(name[10] == 'T' and 'Z' in name for name in names)
    assert json.loads(clinic.run('check', 'backup', '--json').stdout)['backup_age_seconds'] < 60

    failed = clinic.run('backup', str(tmp_path / 'nowhere' / 'x.sql.gz'), **OWNER)
    checked = clinic.run('check', 'backup', '--json', '--quiet')
    told = json.loads(checked.stdout)
    assert failed.returncode == 2 and checked.returncode == 1 and told['ok'] is False
    assert told['backup_failure'] == failed.stderr.strip() and 'nowhere' in told['checks'][0]['said']

    assert clinic.run('backup', str(folder), **OWNER).returncode == 0
    quiet = clinic.run('check', 'backup', 'data', 'queue', '--quiet')
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, '', '')


def test_a_backup_by_an_account_that_may_only_read_is_whole_and_says_so(clinic, tmp_path):
    clinic.shell("CREATE USER IF NOT EXISTS saver@localhost IDENTIFIED BY 'saver-word'")
    clinic.shell('GRANT SELECT, SHOW VIEW, TRIGGER ON clinic.* TO saver@localhost')
    done = clinic.run('backup', str(tmp_path / 'x.sql.gz'), DB_USER='saver', DB_PASSWORD='saver-word')

    assert done.returncode == 0 and done.stderr.startswith('(What came of it could not be written down in the database')


def test_check_tells_numbers_for_a_monitor(clinic):
    told = json.loads(clinic.run('check', '--json', CLINIC_URL=f'https://localhost:{free_port()}').stdout)

    assert {name for name, value in told.items() if value is not None} >= {
        'version', 'at_utc', 'ok', 'checks', 'mail_queue_seconds', 'mail_failed', 'data_free_bytes'}
    assert told['ok'] is all(each['ok'] for each in told['checks'])
    assert told['certificate_ends_utc'] is None and told['data_free_bytes'] > 10**6


def test_a_clinic_in_production_without_a_privacy_notice_is_told_and_a_trial_is_not(production, shell, cast, ada):
    production(NOW)
    shell("INSERT INTO clinic_texts (kind, version, body, saved_utc) VALUES ('privacy', 2, '', '2026-05-01')")
    seen = SimpleNamespace(settings=config.current(), figures={}, opened=True)
    [told] = troubles.found(troubles.figures())

    assert told.text == 'Patients find no privacy notice: write one before they register'
    assert told.page == '/admin/settings/texts?kind=privacy'
    assert told.text in ada.get('/admin').text
    with pytest.raises(checks.Advice, match='write one before they register, under Settings, Texts'):
        upkeep.law(seen)
    config.use(dataclasses.replace(config.current(), env='development'))
    assert texts() == [] and told.text not in ada.get('/admin').text
    assert upkeep.law(SimpleNamespace(settings=config.current(), figures={}, opened=True)) == \
        'A trial needs no privacy notice.'


def test_with_a_privacy_notice_all_is_well(production):
    production(NOW)

    assert upkeep.law(SimpleNamespace(settings=config.current(), figures={}, opened=True)) == \
        'There is a privacy notice.'


def test_an_advice_is_shown_and_is_not_wrong(clinic):
    """A clinic is set up and looked at before an admin can write anything: that is no reason to stop there."""
    done, quiet = clinic.run('check', 'law'), clinic.run('check', '--quiet', 'law')
    told = json.loads(clinic.run('check', '--json', 'law').stdout)

    assert done.returncode == quiet.returncode == 0
    assert done.stdout.startswith('note   law         Patients find no privacy notice')
    assert 'All is well.' in done.stdout
    assert quiet.stdout.startswith('note   law')
    assert (told['ok'], told['checks'][0]['ok'], set(told['checks'][0])) == (True, True, {'name', 'ok', 'said'})
