"""Real mail servers inside the tests: aiosmtpd, in moods.

    with mail_server('450 at the recipient') as server:
        …
        server.mood = 'kind'                    # from now on it takes everything
    server.taken                                # the messages, as bytes off the wire
"""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import email
import email.policy
import ssl

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from app import clock, config, database
from app.mail import outbox, worker
from app.mail.smtp import Conversation, Limits
from tests.support.processes import free_port

QUICK = Limits(connect=0.3, reply=0.3, whole=0.4, answer=0.4)
PATIENT = Limits(connect=10, reply=10, whole=20, answer=20)


class Server:
    """One mail server. mood: what it does; taken: (recipient, bytes) of each message that it said 250 to, or cut."""

    def __init__(self, mood='kind', pause=0.0, certificate=None):
        self.mood, self.pause, self.port, self.taken, self.sign_ins = mood, pause, free_port(), [], []
        self.certificate = certificate
        server = self

        class Protocol(SMTP):
            async def push(self, status):
                await server.greet(self, status)

            async def say(self, status):
                await super().push(status)

        class Listening(Controller):
            def factory(self):
                context = None
                if server.certificate:
                    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    context.load_cert_chain(server.certificate)
                return Protocol(self.handler, authenticator=server.judge, auth_require_tls=False,
                                tls_context=context, hostname='mail.test')

        self.controller = Listening(self, hostname='127.0.0.1', port=self.port)

    async def greet(self, protocol, status):
        text = status if isinstance(status, str) else status.decode()
        if self.mood == 'hangs':
            await asyncio.sleep(3600)
        if self.mood == '421 greeting' and text.startswith('220'):
            text = '421 4.7.0 Try again later, closing connection.'
        if self.mood == 'a byte a second':
            for letter in text + '\r\n':
                protocol._writer.write(letter.encode())
                await asyncio.sleep(0.2)            # each within the time for a reply, all together never
        else:
            await protocol.say(text)

    def judge(self, _server, _session, _envelope, mechanism, data):
        self.sign_ins.append((mechanism, data))
        said = {'454 at sign-in': '454 4.7.0 Temporary authentication failure',
                '535 at sign-in': '535 5.7.8 Username and Password not accepted'}.get(self.mood)
        return AuthResult(success=not said, handled=False, message=said)

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        said = {'450 at the recipient': '450 4.2.1 The user is receiving mail too quickly',
                '550 at the recipient': '550 5.1.1 The email account does not exist'}.get(self.mood, '250 OK')
        if said.startswith('2'):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server, _session, envelope):
        if self.mood == 'daily limit':
            return '550 5.4.5 Daily user sending limit exceeded'
        await asyncio.sleep(self.pause)
        self.taken.append((*envelope.rcpt_tos, envelope.original_content))
        if self.mood == 'cut after the final dot':
            server.transport.abort()
        return '250 2.0.0 OK'

    def messages(self):
        return [email.message_from_bytes(raw, policy=email.policy.default) for _, raw in self.taken]


@contextlib.contextmanager
def mail_server(mood='kind', sign_in=False, pause=0.0, **changed):
    """A server that the program is configured to use. 'refused': nobody listens, until its open() is called."""
    server = Server(mood, pause)
    config.use(configured(server, sign_in, **changed))
    listening = mood != 'refused'
    if listening:
        server.controller.start()
    try:
        yield server
    finally:
        if listening:
            server.controller.stop(no_assert=True)


def configured(server, sign_in=False, **changed):
    names = {'smtp_host': '127.0.0.1', 'smtp_port': server.port, 'smtp_security': 'none',
             'mail_from': 'desk@clinic.test', 'smtp_user': 'desk' if sign_in else None,
             'smtp_password': 'an app password' if sign_in else None, **changed}
    return dataclasses.replace(config.current(), **names)


def part(message, subtype):
    """The text of a message that stands in it as plain, html or calendar."""
    return next(one for one in message.walk() if one.get_content_subtype() == subtype).get_content()


def send(limits=PATIENT):
    """What a worker does in one turn of its loop; how many mails it dealt with."""
    worker.tidy()
    return worker.send_due(Conversation(config.current(), limits))


def queue(number, first=0, kind='address_changed'):
    """Queue so many mails, to m0@mail.test, m1@…; of this kind they go to the address that they are queued for."""
    with database.transaction() as tx:
        for n in range(first, first + number):
            outbox.queue_account(tx, kind, 6, f'm{n}@mail.test')


def states(shell):
    return dict(shell('SELECT state, COUNT(*) FROM notifications GROUP BY state'))


def later(**span):
    clock.freeze(clock.now_utc() + dt.timedelta(**span))


def rounds(shell, most, limits=QUICK):
    """Let the clock jump to whatever comes next and send, so many times or until nothing waits."""
    for _ in range(most):
        send(limits)
        [(next_try,)] = shell("SELECT MIN(next_try_utc) FROM notifications WHERE state = 'pending'")
        [(paused,)] = shell('SELECT paused_until_utc FROM mail_queue')
        if not next_try:
            return
        clock.freeze(max(clock.now_utc(), next_try, paused or next_try))
