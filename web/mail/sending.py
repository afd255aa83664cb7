"""Sending what waits: every letter by one sender, and none twice unless a mail server forgets that it took it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from smtplib import SMTPException
from typing import TYPE_CHECKING

from course.errors import DeelwijsError
from course.people.mail.queue import take_due, try_later, was_sent
from course.people.mail.smtp import NeverTaken
from web.mail.letters import written

if TYPE_CHECKING:
    from course.people.mail.smtp import MailServer
    from course.store.store import Store

EVERY = 10
"""Seconds between two looks; each is one SELECT on an index."""
log = logging.getLogger("deelwijs.mail")


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the letters whose turn it was."""

    sent: int = 0
    later: int = 0
    dropped: int = 0


def send_due(store: Store, server: MailServer, sender: str, now: datetime) -> Sent:
    """Send the letters whose turn it is; what a mail server can't take now is tried later."""
    sent = later = dropped = 0
    for waiting in take_due(store, now):
        letter = None
        try:
            letter = written(store, waiting, sender, now)
            if letter is not None:
                server.hand_in(letter)
        except (OSError, SMTPException) as error:
            log.warning("a letter is not sent, by %s; it is tried again", type(error).__name__)
            kept = try_later(store, waiting, now)
            later, dropped = later + kept, dropped + (not kept)
            continue
        except (NeverTaken, ValueError):
            letter = None
            log.warning("a letter is refused for good, and dropped")
        was_sent(store, waiting)
        sent, dropped = sent + (letter is not None), dropped + (letter is None)
    return Sent(sent, later, dropped)


def start(store: Store, server: MailServer, sender: str) -> None:
    """Send beside this process for as long as it lives; it ends with it, and what was under way goes to another."""
    threading.Thread(target=_go_on, args=(store, server, sender), name="mail", daemon=True).start()


def _go_on(store: Store, server: MailServer, sender: str) -> None:
    pause = threading.Event()
    while not pause.wait(EVERY):
        try:
            send_due(store, server, sender, datetime.now(UTC))
        except DeelwijsError as error:
            log.warning("letters wait, by %s", type(error).__name__)
        except Exception:
            start(store, server, sender)  # what is unforeseen is told, and the next letters go all the same
            raise
