"""What was completed is told once, by pseudonym, and again later where nobody took it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select

from course.enrolment.people import erase_person
from course.journal.journal import Origin
from course.learning.records import settings
from course.learning.records.sending import GIVEN_UP, Sent, counts_of, put_down, send_due
from course.learning.records.tables import statements
from course.learning.tables import progress
from course.people.roles import Role
from tests.learning.records.lrs import PASSWORD, USER, open_lrs
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.records.lrs import Lrs
    from tests.learning.world import World

KEY, SITE = b"x" * 32, "https://leren.example"
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    with open_lrs() as found:
        yield found


@pytest.fixture
def named(store: Store, world: World, lrs: Lrs) -> Lrs:
    turn(store, world, lrs, is_on=True)
    return lrs


def turn(store: Store, world: World, lrs: Lrs, *, is_on: bool, password: str = PASSWORD) -> None:
    settings.keep(store, world.board, lrs.address, USER, password, KEY, Origin(NOW), is_on=is_on)


def completed(store: Store, who: Actor, module: str = "foto", at: datetime = LATER) -> None:
    row = {
        "person_id": who.person_id,
        "module": module,
        "started_at": at,
        "touched_at": at,
        "completed_at": at,
    }
    with store.write() as conn:
        conn.execute(insert(progress), row)


def send(store: Store, library: Library, at: datetime = LATER) -> Sent:
    return send_due(store, library, KEY, SITE, at)


def test_off_nothing_is_put_down_and_nobody_asked(
    store: Store, library: Library, world: World, pupil: Actor, lrs: Lrs
) -> None:
    completed(store, pupil)
    assert send(store, library) == Sent()
    turn(store, world, lrs, is_on=True)
    turn(store, world, lrs, is_on=False)
    assert send(store, library) == Sent()
    assert lrs.asked == 0


def test_a_completion_is_told_once_without_a_name(
    store: Store, library: Library, world: World, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil)
    assert send(store, library) == Sent(sent=1)
    assert send(store, library, LATER + timedelta(days=1)) == Sent()
    (said,) = named.kept.values()
    assert said["object"]["id"] == f"{SITE}/xapi/modules/foto"
    for word in (pupil.name, "De Eik", "Bestuur", "7B"):
        assert word not in json.dumps(said)
    assert counts_of(store, world.board) == (1, 0, 0)


def test_what_was_completed_before_is_not_told(
    store: Store, library: Library, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil, at=NOW - timedelta(days=1))
    assert send(store, library) == Sent()
    assert named.asked == 0


def test_where_the_answer_was_lost_the_same_statement_comes_again_and_counts_once(
    store: Store, library: Library, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil)
    send(store, library)
    with store.write() as conn:
        conn.execute(statements.update().values(sent_at=None))
    assert send(store, library) == Sent(sent=1)
    assert (named.asked, len(named.kept)) == (2, 1)


@pytest.mark.parametrize("status", [302, 401, 429, 500, 503])
def test_a_store_that_takes_nothing_now_is_asked_once_and_again_later(
    store: Store, library: Library, world: World, pupil: Actor, named: Lrs, status: int
) -> None:
    completed(store, pupil)
    completed(store, world.person(Role.PUPIL, pupil.school_id, name="Bo"))
    named.answers = [status]
    assert send(store, library) == Sent(later=2, waiting=2)
    assert named.asked == 1
    assert send(store, library, LATER + timedelta(minutes=4)) == Sent(waiting=2)
    assert send(store, library, LATER + timedelta(minutes=5)) == Sent(sent=2)


def test_one_that_is_refused_holds_up_no_other(
    store: Store, library: Library, world: World, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil)
    completed(store, world.person(Role.PUPIL, pupil.school_id, name="Bo"))
    named.answers = [400]
    assert send(store, library) == Sent(sent=1, later=1, waiting=1)


def test_nobody_there_is_tried_later_and_given_up_after_a_month(
    store: Store, library: Library, world: World, pupil: Actor
) -> None:
    with open_lrs() as gone:
        turn(store, world, gone, is_on=True)
    completed(store, pupil)
    assert send(store, library) == Sent(later=1, waiting=1)
    late = LATER + GIVEN_UP + timedelta(days=1)
    assert send(store, library, late) == Sent(given_up=1)
    assert send(store, library, late + timedelta(days=9)) == Sent()
    assert counts_of(store, world.board) == (0, 0, 1)


def test_a_wrong_password_and_another_secret_of_the_installation_tell_nothing(
    store: Store, library: Library, world: World, pupil: Actor, lrs: Lrs
) -> None:
    completed(store, pupil)
    turn(store, world, lrs, is_on=True, password="verkeerd")
    assert send(store, library) == Sent(later=1, waiting=1)
    asked = lrs.asked
    assert send_due(store, library, b"y" * 32, SITE, LATER + timedelta(days=1)).later == 1
    assert lrs.asked == asked
    assert lrs.kept == {}


def test_who_is_erased_is_not_told_of_any_more(
    store: Store, library: Library, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil)
    assert put_down(store, LATER) == 1
    with store.write() as conn:
        erase_person(conn, pupil.person_id, Origin(LATER))
        left = conn.execute(select(func.count()).select_from(statements)).scalar_one()
    assert (left, send(store, library)) == (0, Sent())


def test_turned_off_what_waits_goes(
    store: Store, library: Library, world: World, pupil: Actor, named: Lrs
) -> None:
    completed(store, pupil)
    put_down(store, LATER)
    turn(store, world, named, is_on=False, password="")
    assert counts_of(store, world.board) == (0, 0, 0)


def test_another_boards_people_are_not_told_of(store: Store, library: Library, named: Lrs) -> None:
    from tests.learning.world import World as Elsewhere

    there = Elsewhere(store)
    school = there.school()
    completed(store, there.person(Role.PUPIL, school, there.group(school)))
    assert send(store, library) == Sent()
