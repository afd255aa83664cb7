"""Somebody forgot a password, and asks for a link by mail.

The answer is the same whether an account has the address or not: that is asked when the letter goes, while nobody waits.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.devices import SOMEWHERE
from course.people.mail.queue import Letter, put
from course.people.rate_limits import Pace, Try, count_wrong, reserve
from course.people.sign_in import plain_email

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.devices import Device
    from course.store.store import Store

SCOPE = "forgotten"
TO_ONE = Pace(3, timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12))
"""Letters to one address: nobody's box is filled."""
FROM_ONE = Pace(30, timedelta(seconds=10), timedelta(minutes=5), timedelta(hours=1))
"""Letters that are asked for from one address of the network: a team on a study day forgets a lot."""
LONGEST = 254


def ask_for_link(
    store: Store, typed: str, site: str, locale: str, now: datetime, device: Device = SOMEWHERE
) -> None:
    """Put a letter down for an address; Invalid for what is none, TooSoon after many."""
    address = plain_email(typed)
    if "@" not in address or len(address) > LONGEST or any(one.isspace() for one in address):
        raise Invalid(email="Fill in your e-mail address.")
    tries = [Try(f"forgotten:{address}", TO_ONE), Try(f"forgotten-from:{device.address}", FROM_ONE)]
    reserved = reserve(store, SCOPE, tries, now)
    with store.write() as conn:
        count_wrong(conn, reserved, now)
        put(conn, Letter.FORGOTTEN, address, site, locale, now)
        journal.write(conn, Entry(now, Event.RESET_ASKED, place=journal.coarse(device.address)))
