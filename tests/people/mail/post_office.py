"""A real mail server on loopback, and what it took."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from aiosmtpd.controller import Controller

from course.people.mail.smtp import MailServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

NOBODY = "nobody@school.example"


class PostOffice:
    """Takes letters, but for one address."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.is_full = False
        self.server: MailServer | None = None

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if self.is_full:
            return "452 full"
        if address == NOBODY:
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 ok"


@contextmanager
def open_office() -> Iterator[PostOffice]:
    office = PostOffice()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        office.server = MailServer.at(f"smtp://127.0.0.1:{port}")
        yield office
    finally:
        controller.stop()
