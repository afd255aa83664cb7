"""A half-finished term in one group, for the pages of staff: progress and its counters, as learning keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.enrolment.recount import mend
from course.learning.pages import STUCK_AFTER
from course.learning.tables import first_choices, progress
from tests import builders

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

MODULE = "mag-deze-foto"
STAFF_MODULE = "leerlingen-als-vriend"


def stands(
    store: Store, person: int, module: str = MODULE, *, done: bool = False, stuck: bool = False
) -> None:
    """Write how far somebody is."""
    moment = builders.NOW if done else None
    row = {
        "person_id": person,
        "module": module,
        "started_at": builders.NOW,
        "touched_at": builders.NOW,
        "attempts": int(done) + STUCK_AFTER * stuck,
        "best": 90 if done else 0,
        "quiz_passed_at": moment,
        "completed_at": moment,
    }
    with store.write() as conn:
        conn.execute(insert(progress), row)


def a_term(
    store: Store, group: Group, *, done: int, busy: int = 0, stuck: int = 0, not_begun: int = 0
) -> list[int]:
    """Fill a group with pupils in this order, and count them."""
    total = done + busy + stuck + not_begun
    pupils = [builders.a_pupil(store, group, f"Kind {number:02}") for number in range(total)]
    for place, pupil in enumerate(pupils[: total - not_begun]):
        stands(store, pupil, done=place < done, stuck=place >= done + busy)
    with store.write() as conn:
        mend(conn, group.school_id)
    return pupils


def chose(store: Store, group: Group, lesson: str, scene: str, **counts: int) -> None:
    """Write what a group chose first in one scene."""
    rows = [
        {"group_id": group.id, "lesson": lesson, "scene": scene, "choice": choice, "count": count}
        for choice, count in counts.items()
    ]
    with store.write() as conn:
        conn.execute(insert(first_choices), rows)
