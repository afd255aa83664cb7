"""What the journal is told of wrong secrets, whatever kind they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.journal import journal
from course.journal.journal import Entry, Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from course.people.rate_limits import Reserved


def tell_refusal(conn: Connection, scope: str, reserved: Sequence[Reserved], refusal: Entry) -> None:
    """Tell the journal of a wrong secret, and once of each wait that begins with it; nobody knows who tried."""
    refusal = replace(refusal, person_id=None, about_id=refusal.person_id)
    waits = (one.of.key.partition(":")[0] for one in reserved if one.begins_waiting)
    slower = (replace(refusal, event=Event.SLOWED_DOWN, detail=f"{scope} {kind}") for kind in waits)
    journal.write(conn, refusal, *slower)
