"""A real mail server for the tests, Debian's exim, whose answers are written in a script: a line for a stage.

    with exim() as server:
        server.answers(recipient='450 4.2.1 Too quickly', mail='wait 2')
        server.answers(**{'recipient-m3': '550 5.1.1 No such account'})     # to m3@mail.test alone
        server.taken()                          # the addresses whose mail was taken, in order

Stages: connect, helo, auth, mail, recipient, predata, data (after the final dot). Answers: a reply that begins with 4
or 5, `wait SECONDS` before the usual one, `cut` for a connection that breaks without a word. What exim took it keeps:
nothing is ever delivered from here. `listening=False` is a server that is away until open() is called.
"""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from app import config
from tests.support.mail_server import configured
from tests.support.processes import ROOT, free_port, wait_until

STAGES = ('connect', 'helo', 'auth', 'mail', 'rcpt', 'predata', 'data')
PASSWORD = 'an app password'
CONFIGURATION = '''
spool_directory = {folder}
log_file_path = {folder}/%slog
primary_hostname = mail.test
log_selector = +received_recipients
queue_only
keep_environment =
add_environment = PATH=/bin:/usr/bin
host_lookup =
helo_accept_junk_hosts = *
smtp_accept_max = 60
tls_advertise_hosts = {tls}
{more}
{stages}
begin acl
{lists}
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if eq{{$auth3}}{{{password}}}}}
'''
LIST = r'''
at_{stage}:
  warn  set acl_c_said = ${{lookup{{{stage}-$local_part}}lsearch{{{script}}}{{$value}}\
                           {{${{lookup{{{stage}}}lsearch{{{script}}}}}}}}}
  warn  condition = ${{if match{{$acl_c_said}}{{^wait}}}}
        delay = ${{extract{{2}}{{ }}{{$acl_c_said}}}}s
  warn  condition = ${{if eq{{$acl_c_said}}{{cut}}}}
        set acl_c_said = ${{run{{/bin/kill -9 $pid}}}}
{more}  deny  condition = ${{if match{{$acl_c_said}}{{^5}}}}
        message = $acl_c_said
  defer condition = ${{if match{{$acl_c_said}}{{^4}}}}
        message = $acl_c_said
  accept
'''


TOO_MANY = '''  warn  set acl_c_mails = ${{eval:0$acl_c_mails+1}}
  defer condition = ${{if >{{$acl_c_mails}}{{{most}}}}}
        message = 454 4.7.0 Rate exceeded
'''


class Exim:
    """One server. port: where it listens. Made by exim()."""

    def __init__(self, program, folder, tls, more, most_in_one):
        self.program, self.folder, self.port, self.process = program, folder, free_port(), None
        self.script = folder / 'script'
        self.answers()
        stages = '\n'.join(f'acl_smtp_{stage} = at_{stage}' for stage in STAGES)
        too_many = TOO_MANY.format(most=most_in_one) if most_in_one else ''
        lists = '\n'.join(LIST.format(stage=stage, script=self.script, more=too_many if stage == 'rcpt' else '')
                          for stage in STAGES)
        (folder / 'conf').write_text(CONFIGURATION.format(
            folder=folder, tls='*' if tls else '', more=more, stages=stages, lists=lists, password=PASSWORD))

    def answers(self, recipient=None, **stages):
        """From now on these; every other stage is answered as usual."""
        if recipient:
            stages['rcpt'] = recipient
        lines = [f'{stage.replace("recipient", "rcpt")}: {said}\n' for stage, said in stages.items()]
        new = self.script.with_suffix('.new')       # exim reads it at any moment
        new.write_text(''.join(lines))
        new.chmod(0o644)
        new.replace(self.script)

    def open(self):
        user = pwd.getpwuid(os.getuid() or pwd.getpwnam('nobody').pw_uid)
        for name, line in (('passwd', 'Debian-exim:x:{0}:{1}::/:/bin/sh\nroot:x:0:0::/:/bin/sh\n'),
                           ('group', 'Debian-exim:x:{1}:\nroot:x:0:\nmail:x:8:\n')):
            (self.folder / name).write_text(line.format(user.pw_uid, user.pw_gid))
        for path in (self.folder, *self.folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)
            if not os.getuid() and path.name != 'conf':
                os.chown(path, user.pw_uid, user.pw_gid)
        unpacked = self.program.parent.parent
        libraries = sorted({str(path.parent) for path in unpacked.rglob('lib*.so*')})
        wrapper = next(unpacked.rglob('libnss_wrapper.so'), '')     # it knows the user that the package would make
        self.process = subprocess.Popen(
            [self.program, '-C', self.folder / 'conf', '-bdf', '-oX', f'127.0.0.1.{self.port}',
             '-oP', self.folder / 'pid'],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(self.folder / 'said').open('w'),
            start_new_session=True,
            env={'PATH': '/bin:/usr/bin', 'LD_LIBRARY_PATH': ':'.join(libraries), 'LD_PRELOAD': str(wrapper),
                 'NSS_WRAPPER_PASSWD': str(self.folder / 'passwd'), 'NSS_WRAPPER_GROUP': str(self.folder / 'group')})
        wait_until(lambda: 'listening' in self.log() or self.process.poll() is not None)
        assert self.process.poll() is None, (self.folder / 'said').read_text()
        return self

    def close(self):
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
        (self.folder / 'mainlog').write_text(self.log().replace('listening', 'was up'))

    def log(self):
        with contextlib.suppress(FileNotFoundError):
            return (self.folder / 'mainlog').read_text(errors='replace')
        return ''

    def taken(self):
        """To whom mail was taken, in order."""
        return re.findall(r' <= .* for (\S+)$', self.log(), re.MULTILINE)


@contextlib.contextmanager
def exim(sign_in=False, listening=True, tls=False, more='', most_in_one=None, **changed):
    """A server that the program is configured to use.

    more: lines of exim's own configuration. most_in_one: mails over one connection; to the next it says 454.
    """
    found = subprocess.run([ROOT / 'tools/exim-program'], check=True, capture_output=True, text=True)
    program = Path(found.stdout.strip())
    folder = Path(tempfile.mkdtemp(prefix='clinic-exim-'))
    server = Exim(program, folder, tls, more, most_in_one)
    config.use(configured(server, sign_in, **changed))
    try:
        yield server.open() if listening else server
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)
