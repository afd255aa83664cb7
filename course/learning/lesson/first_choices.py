"""What a group chose first, let out in lots of at least five children, none of which tells what one of them chose.

Who looks before and after one child plays would otherwise know what it chose. Released when somebody looks, not
when a child answers: an answer is what a whole class waits for at the same moment. See docs/decisions/0008.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.errors import Unavailable
from course.learning.tables import first_choices
from course.library.model import LOCALE
from course.people.access import FEWEST
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from course.library import Library
    from course.scenario.model import Lesson, Scene
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
        first_choices.c.told,
        first_choices.c.starters,
    )
    .where(first_choices.c.group_id == _group)
    .order_by(first_choices.c.lesson, first_choices.c.scene, first_choices.c.choice)
)
_LOCKED = _READ.with_for_update()
_RELEASE = Upsert(
    first_choices,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["group_id", "lesson", "scene", "choice"],
        set_={name: insert.excluded[name] for name in ("released", "told", "starters")},
    ),
)
Key = tuple[str, str, str]
"""A choice of a scene of a lesson."""


@dataclass(slots=True)
class _Scene:
    """What is kept of one scene, by choice."""

    counted: dict[str, int] = field(default_factory=dict)
    released: dict[str, int] = field(default_factory=dict)
    """Of these, those in lots that were let out."""
    told: dict[str, int] = field(default_factory=dict)
    """As those lots are told."""
    starters: int = 0
    """How many had made the first decision of the lesson when a lot was let out last."""

    @property
    def fresh(self) -> dict[str, int]:
        """Count the choices of which nothing was let out yet."""
        return {one: number - self.released[one] for one, number in self.counted.items()}

    def let_out(self, lot: _Lot) -> None:
        """Tell all that is fresh as one lot."""
        for one, number in as_told(self.fresh, lot.choices, lot.most).items():
            self.told[one] = self.told.get(one, 0) + number
            self.counted.setdefault(one, 0)
        self.released, self.starters = dict(self.counted), lot.starters


@dataclass(frozen=True, slots=True)
class _Lot:
    """What of one scene is due."""

    scene: tuple[str, str]
    """By its lesson."""
    choices: tuple[str, ...]
    """All that can be chosen there."""
    most: int
    """So many children are told of at most."""
    starters: int
    """How many have made the first decision of the lesson by now."""


_Scenes = dict[tuple[str, str], _Scene]
"""By lesson and scene."""


def released_choices(store: Store, library: Library, group_id: int) -> Mapping[Key, int]:
    """Give how often each choice of a scene of a lesson was a first choice, as far as that was let out, and as it is told.

    Lets out what is due by now, or later where nothing can be written; the caller has seen to it that the reader may see
    this group.
    """
    with store.read() as conn:
        scenes = _gathered(conn.execute(_READ, {"in_group": group_id}))
    if _due(library, scenes):
        with suppress(Unavailable):
            scenes = _release(store, library, group_id)
    return {
        (lesson, name, choice): scene.told.get(choice, 0)
        for (lesson, name), scene in scenes.items()
        for choice in scene.counted
    }


def as_told(lot: Mapping[str, int], choices: Sequence[str], most: int) -> dict[str, int]:
    """Say what the children of a lot chose, out of these choices of their scene, of so many at most.

    Where all of them chose alike, one is told as if it had chosen something else: so nobody who knows who was in the lot,
    and works out its numbers from words of before and after, knows what any of them chose.
    """
    told = dict(lot)
    while sum(told.values()) > most:
        told[max(told, key=lambda one: told[one])] -= 1
    made = [one for one, number in told.items() if number]
    other = next((one for one in choices if one not in made), None)
    if len(made) == 1 and other is not None:
        told[made[0]] -= 1
        told[other] = 1
    return told


def _release(store: Store, library: Library, group_id: int) -> _Scenes:
    """Move the figures that are due; read again behind a lock, for two readers may not release one child apart."""
    with store.write() as conn:
        scenes = _gathered(conn.execute(_LOCKED, {"in_group": group_id}))
        rows = []
        for lot in _due(library, scenes):
            scenes[lot.scene].let_out(lot)
            rows += _values(group_id, lot.scene, scenes[lot.scene])
        if rows:
            conn.execute(_RELEASE.on(conn), rows)
    return scenes


def _due(library: Library, scenes: _Scenes) -> list[_Lot]:
    """Find the scenes of which a lot is full.

    All scenes of a lesson move together, when five more have made its first decision: a figure that came with the child
    who just played would tell what it chose on the way there. Of a later scene fewer are told of than began the lesson
    since, for all of them would mean that each came there.
    """
    due = []
    for (lesson_id, name), scene in scenes.items():
        lesson = library.lessons.get(lesson_id, {}).get(LOCALE)
        first = first_decision(lesson) if lesson else None
        head = scenes.get((lesson_id, first.id)) if first else None
        if lesson is None or head is None or sum(head.fresh.values()) < STEP or name not in lesson.scenes:
            continue
        starters, fresh = sum(head.counted.values()), sum(scene.fresh.values())
        most = min(fresh, starters - scene.starters - (scene is not head))
        if most >= STEP:
            choices = tuple(one.id for one in lesson.scenes[name].choices)
            due.append(_Lot((lesson_id, name), choices, most, starters))
    return due


def first_decision(lesson: Lesson) -> Scene | None:
    """Find the scene that every learner decides in; None in a story without a choice."""
    scene, seen = lesson.start, set[str]()
    while scene.id not in seen and len(scene.choices) == 1:
        seen.add(scene.id)
        scene = lesson.scenes[scene.choices[0].target]
    return scene if len(scene.choices) > 1 else None


def _gathered(rows: Iterable[Any]) -> _Scenes:
    scenes: _Scenes = {}
    for row in rows:
        scene = scenes.setdefault((row.lesson, row.scene), _Scene())
        scene.counted[row.choice], scene.released[row.choice] = row.counted, row.released
        scene.told[row.choice] = row.told
        scene.starters = max(scene.starters, row.starters)
    return scenes


def _values(group_id: int, of: tuple[str, str], scene: _Scene) -> list[dict[str, object]]:
    return [
        {
            "group_id": group_id,
            "lesson": of[0],
            "scene": of[1],
            "choice": one,
            "count": 0,
            "released": scene.released[one],
            "told": scene.told.get(one, 0),
            "starters": scene.starters,
        }
        for one in scene.counted
    ]
