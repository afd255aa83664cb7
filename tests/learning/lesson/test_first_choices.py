"""What a group chose first is let out in steps, so that no two looks differ by one child."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert

from course.learning.lesson.first_choices import STEP, released_choices
from course.learning.tables import first_choices
from tests.learning.world import at_once

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

LEFT, RIGHT = ("kort", "start", "opname"), ("kort", "start", "stil")


@pytest.fixture
def group(world: World) -> int:
    return world.group(world.school())


def chosen(store: Store, group: int, left: int, right: int, released: tuple[int, int] = (0, 0)) -> None:
    """Write how often both choices of one scene were chosen first by now."""
    rows = [
        dict(zip(("lesson", "scene", "choice"), key, strict=True))
        | {"group_id": group, "count": count, "released": out}
        for key, count, out in ((LEFT, left, released[0]), (RIGHT, right, released[1]))
    ]
    with store.write() as conn:
        conn.execute(delete(first_choices))
        conn.execute(insert(first_choices), rows)


@pytest.mark.parametrize(
    ("left", "right", "released", "expected"),
    [
        (4, 0, (0, 0), (0, 0)),
        (4, 1, (0, 0), (4, 1)),
        (8, 1, (4, 1), (4, 1)),
        (8, 2, (4, 1), (8, 2)),
        (25, 5, (4, 1), (25, 5)),
    ],
)
def test_a_figure_moves_only_when_five_more_have_chosen(
    store: Store, group: int, left: int, right: int, released: tuple[int, int], expected: tuple[int, int]
) -> None:
    chosen(store, group, left, right, released)
    for _ in range(2):
        found = released_choices(store, group)
        assert (found[LEFT], found[RIGHT]) == expected


def test_scenes_are_counted_apart_and_groups_too(store: Store, group: int, world: World) -> None:
    chosen(store, group, 3, 0)
    other = {"lesson": "foto", "scene": "begin", "choice": "gedeeld", "count": 3}
    neighbour = world.group(world.school("De Beuk"))
    with store.write() as conn:
        conn.execute(insert(first_choices), {"group_id": group, **other})
        conn.execute(insert(first_choices), {"group_id": neighbour, **other, "count": 9})
    assert set(released_choices(store, group).values()) == {0}
    assert released_choices(store, neighbour) == {("foto", "begin", "gedeeld"): 9}


def test_nobody_who_looks_after_every_child_sees_a_step_of_one(store: Store, group: int) -> None:
    seen, out = [], (0, 0)
    for children in range(1, 27):
        chosen(store, group, children - children // 3, children // 3, out)
        found = released_choices(store, group)
        out = (found[LEFT], found[RIGHT])
        seen.append(sum(out))
    steps = [after - before for before, after in zip([0, *seen], seen, strict=False)]
    assert {one for one in steps if one} == {STEP}
    assert seen[-1] == 25


def test_looking_writes_only_when_a_step_is_full(store: Store, group: int, statements: Statements) -> None:
    chosen(store, group, 4, 1)
    costs = []
    for _ in range(2):
        with statements() as seen:
            released_choices(store, group)
        costs.append(len(seen))
    assert costs == [1 + 4, 1]


def test_two_who_look_at_once_see_the_same(store: Store, group: int) -> None:
    chosen(store, group, 4, 2)
    first, *others = at_once(*(partial(released_choices, store, group) for _ in range(4)))
    assert first == {LEFT: 4, RIGHT: 2}
    assert others == [first] * 3
