"""Answers and changes of who is where that meet in the middle: every counter is what its rows are, whoever was first."""

from __future__ import annotations

import random
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.enrolment.memberships import join, leave, move, set_year_group
from course.enrolment.people import add_pupils, erase_person
from course.enrolment.recount import all_schools, differences
from course.errors import Clash, NotFound, Unavailable
from course.journal.journal import Origin
from course.people.roles import InGroup
from tests.enrolment.term import Term, a_library_of_two_bands
from tests.learning.world import at_once
from tests.races import meeting_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from course.store.store import Store

LIBRARY = a_library_of_two_bands()
MEETINGS = (
    "INSERT INTO group_progress",
    "INSERT INTO progress",
    "UPDATE progress",
    "UPDATE memberships",
    "SELECT persons.id",
)
"""Where an answer, or a change, is held up until the other comes by."""


@pytest.fixture
def term(store: Store) -> Term:
    return Term(store, LIBRARY)


def nothing_differs(store: Store) -> bool:
    with store.read() as conn:
        return all(differences(conn, school) == () for school in all_schools(conn))


def moved(term: Term, pupil: int) -> None:
    """A pupil goes from the combination group to the other group of the school."""
    with term.store.write() as conn:
        move(conn, [pupil], term.groups[0].id, term.groups[1].id, term.day)


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize("who", ["the pupil", "a classmate"])
def test_who_begins_while_somebody_moves_is_counted_where_they_are(
    store: Store, term: Term, who: str, meeting: str
) -> None:
    *_, classmate, pupil = (one.id for one in term.pupils(term.groups[0].id))
    actor = term.reader(pupil if who == "the pupil" else classmate)
    with meeting_before(store, meeting):
        given = at_once(partial(term.play, actor, "kort", "opname"), partial(moved, term, pupil))
    assert given == [None, None]
    assert nothing_differs(store)
    there = pupil if who == "the pupil" else None
    assert [one.id for one in term.pupils(term.groups[1].id) if "kort" in one.begun] == (
        [there] if there else []
    )


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize("who", ["the pupil", "a classmate"])
def test_who_completes_while_somebody_moves_is_counted_where_they_are(
    store: Store, term: Term, who: str, meeting: str
) -> None:
    *_, classmate, pupil = (one.id for one in term.pupils(term.groups[0].id))
    actor = term.reader(pupil if who == "the pupil" else classmate)
    term.play(actor, "kort", "stil")
    with meeting_before(store, meeting):
        given = at_once(partial(term.sit, actor, "kort", "a"), partial(moved, term, pupil))
    assert given == [None, None]
    assert nothing_differs(store)
    assert {one.id for group in term.groups for one in term.pupils(group.id) if one.done} == {actor.person_id}


def test_two_who_swap_groups_wait_for_each_other_in_no_ring(store: Store, term: Term) -> None:
    one, other = term.pupils(term.groups[0].id)[-1].id, term.pupils(term.groups[1].id)[0].id
    for pupil in (one, other):
        term.play(term.reader(pupil), "kort", "opname")

    def back() -> None:
        with store.write() as conn:
            move(conn, [other], term.groups[1].id, term.groups[0].id, term.day)

    with meeting_before(store, "INSERT INTO group_progress"):
        assert at_once(partial(moved, term, one), back) == [None, None]
    assert nothing_differs(store)


def something(term: Term, pupils: list[int], dice: random.Random) -> None:
    """An answer, or a change of who is where."""
    person, (old, new) = dice.choice(pupils), dice.sample(term.groups, 2)
    year, name = dice.choice(("6", "7")), f"Kind {dice.random()}"
    changes: tuple[Callable[[Connection], object], ...] = (
        lambda conn: move(conn, [person], old.id, new.id, term.day),
        lambda conn: join(conn, new.id, [person], InGroup.PUPIL, term.day),
        lambda conn: leave(conn, old.id, [person], term.day),
        lambda conn: set_year_group(conn, [person], year),
        lambda conn: add_pupils(conn, new, [(name, "")], term.now, year),
        lambda conn: erase_person(conn, person, Origin(term.now)),
    )
    if dice.random() > 0.25:
        with term.store.write() as conn:
            dice.choice(changes)(conn)
    elif actor := term.actor(person):
        term.play(actor, "kort", "stil")
        term.sit(actor, "kort", dice.choice("ab"))


def test_a_busy_day_leaves_every_counter_right(store: Store, term: Term) -> None:
    pupils = [one.id for group in term.groups for one in term.pupils(group.id)]

    def happens(seed: int) -> int:
        dice, done = random.Random(seed), 0
        for _ in range(12):
            with suppress(Clash, NotFound, Unavailable):
                something(term, pupils, dice)
                done += 1
        return done

    given = at_once(*(partial(happens, seed) for seed in range(4)))
    assert all(isinstance(one, int) and one > 0 for one in given), given
    assert nothing_differs(store)
