"""A mail server (SMTP) named by an address: `smtps://user:password@smtp.example:465`, or `smtp://…` with STARTTLS."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from course.errors import Invalid
from course.reading.told import told

if TYPE_CHECKING:
    from email.message import EmailMessage

PATIENCE = 20
"""Seconds for each answer of a mail server."""
SECURE_PORT, SUBMISSION_PORT = 465, 587
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""A server on this machine may do without TLS."""


class NeverTaken(Exception):
    """A mail server refused a letter for good: its address is none, or the letter is not wanted."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed in."""

    host: str
    port: int
    is_secure: bool
    """TLS from the first byte; otherwise STARTTLS before anything is said, except on this machine."""
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def at(cls, address: str) -> MailServer:
        """Read an address; Invalid, which does not repeat the password, where it is none."""
        wrong = Invalid(
            DEELWIJS_MAIL=told("an address such as smtps://user:password@smtp.example:465 is expected")
        )
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            raise wrong from None
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise wrong
        secure = parts.scheme == "smtps"
        usual = SECURE_PORT if secure else SUBMISSION_PORT
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, port or usual, secure, user, password)

    def hand_in(self, letter: EmailMessage) -> None:
        """Send one letter; OSError or SMTPException where it may go later, NeverTaken where it never will."""
        try:
            with self._connected() as server:
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            if all(code >= 500 for code in codes):  # noqa: PLR2004 - for good, says RFC 5321
                raise NeverTaken from refused
            raise

    def _connected(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.is_secure:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=context)
        server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        try:
            server.ehlo()
            if server.has_extn("starttls") or self.host not in HERE:
                server.starttls(context=context)
        except BaseException:
            server.close()
            raise
        return server
