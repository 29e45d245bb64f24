"""One conversation with the mail server. Every step is bounded in time, and so is the whole.

A timeout counts anew with every byte, so a server that sends one byte a second would hold a worker for hours. Hence a
second bound: a timer that cuts the connection, whatever it is doing.
"""

import contextlib
import re
import smtplib
import socket
import ssl
import threading
from typing import NamedTuple

from app.mail.outcomes import Failed


class Limits(NamedTuple):
    """Seconds. RFC 5321, 4.5.3.2: the answer after the final dot may take ten minutes, for the server is delivering by
    then; who hangs up sooner sends the mail a second time."""

    connect: float = 30         # to be connected, and for each reply before the first mail
    reply: float = 60           # for each reply about a mail, before its final dot
    whole: float = 110          # for all of connecting and signing in, and for all of one mail up to its final dot
    answer: float = 600         # for the reply after the final dot


class Conversation:
    """Opens by itself when the first mail is sent, and again after it broke. Only cut() is for other threads."""

    def __init__(self, settings, limits: Limits):
        """settings: app.config.Config, with smtp_host and mail_from."""
        self.settings, self.limits = settings, limits
        self.client = None
        self.taken = 0              # mails over this connection
        self.is_cut = self.is_over = False

    def send(self, recipient: str, message: bytes) -> tuple[int, str]:
        """Send one message (lines end in CRLF) to one address; code and text of the last reply. Raises Failed.

        A connection that has carried mail and now carries no more (some servers take so many over one) is opened anew,
        once.
        """
        had_taken = self.taken
        try:
            return self._send(recipient, message)
        except Failed as failed:
            if not had_taken or self.is_over or failed.stage == 'answer' or failed.code not in (None, 421, 454):
                raise
        self.close()
        return self._send(recipient, message)

    def try_out(self, recipient: str) -> tuple[int, str]:
        """Connect, sign in, name the sender and a recipient, and hang up: nothing is sent. What the server said to the
        recipient. Raises Failed."""
        with self._bounded(self.limits.whole):
            self._open()
            try:
                return self._name_both(recipient)
            finally:
                self.close()

    def close(self):
        """Say goodbye, if anybody still listens."""
        client, self.client, self.taken = self.client, None, 0
        if client and client.sock:
            with contextlib.suppress(Exception):
                client.sock.settimeout(min(2, self.limits.reply))
                client.putcmd('QUIT')       # its reply tells nothing that would be waited for
        if client:
            client.end()

    def cut(self):
        """End the connection at once, for good; whoever waits for a reply gets Failed."""
        self.is_over = True
        self._cut()

    def _cut(self):
        self.is_cut = True
        if self.client:
            self.client.cut()

    def _send(self, recipient, message):
        try:
            if not self.client:
                with self._bounded(self.limits.whole):
                    self._open()
            with self._bounded(self.limits.whole):
                self._name_both(recipient)
                self._hand_over(message)
            with self._bounded(self.limits.answer):
                heard = self._answer()
        except Failed as failed:
            self._start_afresh(failed)
            raise
        self.taken += 1
        return heard

    def _open(self):
        """Connect, encrypt, sign in."""
        settings = self.settings
        self.client = client = _Client(settings, self.limits.connect)
        try:
            with self._stage('connect'):
                _expect('connect', *client.connect(settings.smtp_host, settings.smtp_port))
                client.ehlo_or_helo_if_needed()
                if settings.smtp_security == 'starttls':
                    client.starttls(context=ssl.create_default_context())
                    client.ehlo_or_helo_if_needed()
            if settings.smtp_user:
                _refuse_unless_ascii(settings)
                with self._stage('sign_in'):
                    client.login(settings.smtp_user, settings.smtp_password)
            client.sock.settimeout(self.limits.reply)
        except BaseException:
            self.close()
            raise

    def _name_both(self, recipient):
        """Name sender and recipient; what the server said to the recipient."""
        with self._stage('sender'):
            _expect('sender', *self.client.mail(self.settings.mail_from))
        with self._stage('recipient'):
            code, text = self.client.rcpt(recipient)
            _expect('recipient', code, text)
        return code, _text(text)

    def _hand_over(self, message):
        with self._stage('content'):
            code, text = self.client.docmd('DATA')
            if code != 354:
                raise Failed('content', code if code >= 400 else None, _text(text))
            ending = b'' if message.endswith(b'\r\n') else b'\r\n'
            self.client.send(re.sub(rb'(?m)^\.', b'..', message) + ending + b'.\r\n')

    def _answer(self):
        """The reply after the final dot: until it comes, nobody knows whether the mail was taken."""
        with self._stage('answer'):
            self.client.sock.settimeout(self.limits.answer)
            code, text = self.client.getreply()
            _expect('answer', code, text)
            self.client.sock.settimeout(self.limits.reply)
        return code, _text(text)

    def _start_afresh(self, failed):
        """After a mail that was not taken: the next one finds a clean connection, or none."""
        try:
            if self.client and failed.code not in (None, 421, 454):
                _expect('connect', *self.client.rset())
                return
        except (OSError, ValueError, Failed):
            pass
        self.close()

    @contextlib.contextmanager
    def _stage(self, name):
        """Turn whatever goes wrong into Failed."""
        try:
            yield
        except smtplib.SMTPResponseException as error:
            raise Failed(name, error.smtp_code, _text(error.smtp_error)) from error
        except (OSError, EOFError, ValueError) as error:
            unfit = type(error) in (smtplib.SMTPNotSupportedError, smtplib.SMTPException)   # no STARTTLS, no AUTH
            sentence = 'It took too long, so we hung up.' if self.is_cut else _in_words(error)
            raise Failed('settings' if unfit else name, None, sentence) from error

    @contextlib.contextmanager
    def _bounded(self, seconds):
        timer = threading.Timer(seconds, self._cut)
        timer.daemon = True
        self.is_cut = False
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


class _Client(smtplib.SMTP):
    """smtplib's client with a second handle on its connection: closing that ends even a TLS handshake."""

    def __init__(self, settings, timeout):
        super().__init__(local_hostname=settings.mail_from.rpartition('@')[2], timeout=timeout)
        self._host = settings.smtp_host         # the name that starttls() checks the certificate for
        self.is_tls = settings.smtp_security == 'tls'
        self.line = None

    def _get_socket(self, host, port, timeout):
        sock = super()._get_socket(host, port, timeout)
        self.line = sock.dup()
        return ssl.create_default_context().wrap_socket(sock, server_hostname=host) if self.is_tls else sock

    def cut(self):
        if self.line:
            with contextlib.suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)

    def end(self):
        self.close()
        if self.line:
            self.line.close()


def _refuse_unless_ascii(settings):
    for name in ('smtp_user', 'smtp_password'):
        if not (getattr(settings, name) or '').isascii():
            raise Failed('settings', None, f'{name.upper()} holds a letter that is not plain ASCII: '
                                           'make one at the provider that does without.')


def _expect(stage, code, text):
    """Raise Failed unless a reply is one of success; smtplib gives -1 for what is no reply at all."""
    if not 200 <= code < 400:
        raise Failed(stage, code if code >= 400 else None, _text(text))


def _text(raw) -> str:
    """A reply's text as one line of at most 400 characters, whatever the server put into it."""
    text = raw.decode('utf-8', 'replace') if isinstance(raw, bytes) else str(raw)
    return ' '.join(''.join(letter if letter.isprintable() else ' ' for letter in text).split())[:400]


def _in_words(error) -> str:
    if isinstance(error, TimeoutError):
        return 'The server did not answer in time.'
    if isinstance(error, ssl.SSLCertVerificationError):
        return f'The server\'s certificate cannot be trusted: {error.verify_message}'
    if isinstance(error, ssl.SSLError):
        return f'Encryption failed: {error.reason or error}'
    return _text(getattr(error, 'strerror', None) or str(error) or type(error).__name__)
