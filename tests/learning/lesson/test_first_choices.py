"""What a group chose first is let out in lots, so that no two looks differ by one child, and no lot tells of one."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, update

from course.figures.counts import share
from course.learning.lesson.first_choices import STEP, as_told, first_decision, released_choices
from course.learning.tables import first_choices
from tests.learning.world import at_once

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

LEFT, RIGHT = ("kort", "start", "opname"), ("kort", "start", "stil")


@pytest.fixture
def group(world: World) -> int:
    return world.group(world.school())


def chosen(store: Store, group: int, left: int, right: int) -> None:
    """Let both choices of one scene have been chosen first so often by now."""
    write(store, group, {LEFT: left, RIGHT: right})


def write(store: Store, group: int, counts: dict[tuple[str, str, str], int]) -> None:
    with store.write() as conn:
        for (lesson, scene, choice), count in counts.items():
            key = {"group_id": group, "lesson": lesson, "scene": scene, "choice": choice}
            mine = [first_choices.c[name] == value for name, value in key.items()]
            if not conn.execute(update(first_choices).where(*mine).values(count=count)).rowcount:
                conn.execute(insert(first_choices), key | {"count": count})


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([(4, 0)], (0, 0)),
        ([(4, 1)], (4, 1)),
        ([(5, 0)], (4, 1)),
        ([(4, 1), (8, 1)], (4, 1)),
        ([(4, 1), (8, 2)], (8, 2)),
        ([(4, 1), (9, 1)], (8, 2)),
        ([(4, 1), (25, 5)], (25, 5)),
    ],
)
def test_a_figure_moves_only_when_five_more_have_chosen(
    store: Store, library: Library, group: int, looks: list[tuple[int, int]], expected: tuple[int, int]
) -> None:
    for left, right in looks:
        chosen(store, group, left, right)
        for _ in range(2):
            found = released_choices(store, library, group)
    assert (found[LEFT], found[RIGHT]) == expected


def test_scenes_are_counted_apart_and_groups_too(
    store: Store, library: Library, group: int, world: World
) -> None:
    chosen(store, group, 3, 0)
    other = {"lesson": "foto", "scene": "begin", "choice": "gedeeld", "count": 3}
    neighbour = world.group(world.school("De Beuk"))
    with store.write() as conn:
        conn.execute(insert(first_choices), {"group_id": group, **other})
        conn.execute(insert(first_choices), {"group_id": neighbour, **other, "count": 9})
    assert set(released_choices(store, library, group).values()) == {0}
    assert released_choices(store, library, neighbour) == {
        ("foto", "begin", "gedeeld"): 8,
        ("foto", "begin", "gevraagd"): 1,
    }


def test_nobody_who_looks_after_every_child_sees_a_step_of_one(
    store: Store, library: Library, group: int
) -> None:
    seen = []
    for children in range(1, 27):
        chosen(store, group, children - children // 3, children // 3)
        seen.append(sum(released_choices(store, library, group).values()))
    steps = [after - before for before, after in zip([0, *seen], seen, strict=False)]
    assert {one for one in steps if one} == {STEP}
    assert seen[-1] == 25


def test_a_later_scene_does_not_come_with_the_child_who_came_there(
    store: Store, library: Library, group: int
) -> None:
    """Of six who began, the fifth who shared the picture plays last: its figures wait for the next lot."""
    shared, asked = ("foto", "begin", "gedeeld"), ("foto", "begin", "gevraagd")
    away, laughed = ("foto", "gedeeld", "weg"), ("foto", "gedeeld", "ruzie")
    told = []
    for children in range(1, 16):
        on = children - (children > 1)
        write(store, group, {shared: on, asked: children - on, away: on - on // 3, laughed: on // 3})
        found = released_choices(store, library, group)
        told.append((found[shared] + found[asked], found[away] + found[laughed]))
    moved = [
        place
        for place, (before, after) in enumerate(zip([(0, 0), *told], told, strict=False))
        if before != after
    ]
    assert moved == [4, 9, 14]
    assert [told[place] for place in moved] == [(5, 0), (10, 9), (15, 9)]


def test_of_a_later_scene_fewer_are_told_of_than_began(store: Store, library: Library, group: int) -> None:
    """Else it told that each of them came there."""
    write(store, group, {("foto", "begin", "gedeeld"): 8, ("foto", "gedeeld", "weg"): 8})
    found = released_choices(store, library, group)
    assert found[("foto", "begin", "gedeeld")] + found[("foto", "begin", "gevraagd")] == 8
    assert sum(number for (_, scene, _), number in found.items() if scene == "gedeeld") == 7


def test_the_first_decision_is_the_one_that_nobody_passes_by(library: Library) -> None:
    found = first_decision(library.lesson("foto"))
    assert found is not None
    assert found.id == "begin"


LOTS = ((5,), (6,), (5, 5), (5, 6), (6, 5), (7, 5), (5, 10), (5, 5, 5), (6, 5, 5), (5, 5, 5, 5))


@pytest.mark.parametrize("sizes", LOTS, ids=str)
def test_no_words_of_before_and_after_tell_what_all_children_of_a_lot_chose(sizes: tuple[int, ...]) -> None:
    """Whoever knows which children were in which lot, and tries all that they may have chosen, never knows it of one.

    A half of five and then a few of ten would mean that none of the other five made that choice.
    """
    worlds: dict[tuple[object, ...], set[tuple[int, ...]]] = {}
    for chose in product(*(range(size + 1) for size in sizes)):
        left = right = 0
        words = []
        for one, size in zip(chose, sizes, strict=True):
            lot = as_told({"a": one, "b": size - one}, ("a", "b"), size)
            left, right = left + lot["a"], right + lot["b"]
            words.append((share(left, left + right), share(right, left + right)))
        worlds.setdefault(tuple(words), set()).add(chose)
    for possible in worlds.values():
        for place, size in enumerate(sizes):
            assert not {one[place] for one in possible} <= {0}
            assert not {one[place] for one in possible} <= {size}


@pytest.mark.parametrize("choices", [2, 3, 4, 5])
@pytest.mark.parametrize("size", [5, 6, 7, 8])
def test_not_even_the_numbers_of_a_lot_tell_what_one_of_its_children_chose(choices: int, size: int) -> None:
    names = "abcde"[:choices]
    for chose in product(range(size + 1), repeat=choices):
        if sum(chose) == size:
            told = as_told(
                {one: number for one, number in zip(names, chose, strict=True) if number}, names, size
            )
            assert sum(told.values()) == size
            assert sum(bool(number) for number in told.values()) > 1


def test_looking_writes_only_when_a_step_is_full(
    store: Store, library: Library, group: int, statements: Statements
) -> None:
    chosen(store, group, 4, 1)
    costs = []
    for _ in range(2):
        with statements() as seen:
            released_choices(store, library, group)
        costs.append(len(seen))
    assert costs == [1 + 4, 1]


def test_two_who_look_at_once_see_the_same(store: Store, library: Library, group: int) -> None:
    chosen(store, group, 4, 2)
    first, *others = at_once(*(partial(released_choices, store, library, group) for _ in range(4)))
    assert first == {LEFT: 4, RIGHT: 2}
    assert others == [first] * 3
