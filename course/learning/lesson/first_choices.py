"""What a group chose first, let out in steps of at least five children.

Who looks before and after one child plays would otherwise know what it chose. Released when somebody looks, not
when a child answers: an answer is what a whole class waits for at the same moment.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, select, update

from course.errors import Unavailable
from course.learning.tables import first_choices
from course.people.access import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from course.store.store import Store

STEP = FEWEST
"""So many new first choices in a scene before its figures move."""

_group = bindparam("in_group", type_=Integer)
_READ = (
    select(
        first_choices.c.lesson,
        first_choices.c.scene,
        first_choices.c.choice,
        first_choices.c["count"].label("counted"),
        first_choices.c.released,
    )
    .where(first_choices.c.group_id == _group)
    .order_by(first_choices.c.lesson, first_choices.c.scene, first_choices.c.choice)
)
_LOCKED = _READ.with_for_update()
_RELEASE = (
    update(first_choices)
    .where(
        first_choices.c.group_id == _group,
        first_choices.c.lesson == bindparam("in_lesson", type_=String),
        first_choices.c.scene == bindparam("in_scene", type_=String),
        first_choices.c.choice == bindparam("of_choice", type_=String),
    )
    .values(released=bindparam("by_now", type_=Integer))
)


def released_choices(store: Store, group_id: int) -> Mapping[tuple[str, str, str], int]:
    """Give how often each choice of a scene of a lesson was a first choice, as far as it has been released.

    Releases what is due by now, or later where nothing can be written; the caller has seen to it that the reader may see
    this group.
    """
    with store.read() as conn:
        rows = conn.execute(_READ, {"in_group": group_id}).all()
    if _due(rows):
        with suppress(Unavailable):
            return _release(store, group_id)
    return {(row.lesson, row.scene, row.choice): row.released for row in rows}


def _release(store: Store, group_id: int) -> Mapping[tuple[str, str, str], int]:
    """Move the figures of full steps; read again behind a lock, for two readers may not release one child apart."""
    with store.write() as conn:
        rows = conn.execute(_LOCKED, {"in_group": group_id}).all()
        due = _due(rows)
        full = [row for row in rows if (row.lesson, row.scene) in due]
        if full:
            conn.execute(_RELEASE, [_values(group_id, row) for row in full])
    return {
        (row.lesson, row.scene, row.choice): row.counted if (row.lesson, row.scene) in due else row.released
        for row in rows
    }


def _due(rows: Iterable[Any]) -> set[tuple[str, str]]:
    """Find the scenes of lessons with a full step of choices that nobody has been shown."""
    fresh: Counter[tuple[str, str]] = Counter()
    for row in rows:
        fresh[row.lesson, row.scene] += row.counted - row.released
    return {scene for scene, new in fresh.items() if new >= STEP}


def _values(group_id: int, row: Any) -> dict[str, object]:
    return {
        "in_group": group_id,
        "in_lesson": row.lesson,
        "in_scene": row.scene,
        "of_choice": row.choice,
        "by_now": row.counted,
    }
