"""The doors of a school's rules, with an account and without one; `tests.web.doors` adds them to its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.rulebooks.tables import public_links

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.access import School
    from course.store.store import Store

TOKEN = "k3m9w7bx2hq8cd"
TABLE = """
    rules.protocol           GET      - p t c d o a
    rules.act                GET      - - t c d o a
    attestation.mine         GET      - - t c d - -
    attestation.confirm      POST     - - t c d - -
    attestation.team         GET      - - - - d - -
    attestation.remind_team  POST     - - - - d - - attestation.team
    rules.open_to_all        GET      n p t c d o a
    rules.play               GET      n p t c d o a
    rules.ask                GET      n p t c d o a
    rules.for_parents        GET      - - - - d o -
    rules.poster             GET      - - - - d o -
    rules.renew              POST     - - - - d - - rules.for_parents
    rules.turn_off           POST     - - - - d - - rules.for_parents
"""


def open_to_all(store: Store, school: School, now: datetime) -> None:
    """Give a school an address."""
    link = {"school_id": school.id, "token": TOKEN, "made_at": now}
    with store.write() as conn:
        conn.execute(insert(public_links), link)
