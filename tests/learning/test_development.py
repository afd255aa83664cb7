"""Staff see what they did, in minutes, and get a certificate of what they completed and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, update

from course.errors import NotFound, Refused
from course.learning.development import certificate_of, development_of
from course.learning.pages import State
from course.learning.tables import progress
from course.norms.model import Audience
from course.people.roles import Role
from course.rulebooks.references import NamedRules
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import module, with_module

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World


def complete(store: Store, library: Library, actor: Actor) -> None:
    Player(store, library, actor, "vriend").choose("nee")
    Sitting(store, library, actor, "vriend").answer("a", "a")


def test_nothing_begun_stands_open_with_its_minutes(store: Store, library: Library, teacher: Actor) -> None:
    found = development_of(store, library, teacher)
    assert [(one.module.id, one.state, one.minutes) for one in found.open] == [("vriend", State.NOT_BEGUN, 5)]
    assert (found.done, found.minutes, found.minutes_this_year) == ((), 0, 0)


def test_a_completed_module_counts_its_minutes_with_its_day(
    store: Store, library: Library, teacher: Actor
) -> None:
    complete(store, library, teacher)
    found = development_of(store, library, teacher)
    assert [(one.module.id, one.completed_on) for one in found.done] == [("vriend", date(2026, 11, 20))]
    assert (found.open, found.minutes, found.minutes_this_year) == ((), 5, 5)


def test_what_was_completed_in_another_school_year_counts_in_the_whole_alone(
    store: Store, library: Library, teacher: Actor
) -> None:
    complete(store, library, teacher)
    later = replace(teacher, today=teacher.today + timedelta(days=365))
    found = development_of(store, library, later)
    assert (found.minutes, found.minutes_this_year) == (5, 0)


def test_the_newest_is_first_and_what_was_begun_is_before_what_was_not(
    store: Store, library: Library, teacher: Actor
) -> None:
    library = with_module(library, module("nieuw", Audience.TEACHER, "vriend"))
    library = with_module(library, module("oud", Audience.TEACHER, "vriend"))
    Player(store, library, teacher, "vriend").choose("ja")
    assert [one.module.id for one in development_of(store, library, teacher).open] == [
        "vriend",
        "nieuw",
        "oud",
    ]


def test_a_certificate_names_the_rules_under_which_it_was_done(
    store: Store, library: Library, teacher: Actor
) -> None:
    complete(store, library, teacher)
    found = certificate_of(store, library, teacher, "vriend")
    strict = library.norms.protocols["streng"]
    assert (found.name, found.school, found.minutes) == ("Jo", "De Eik", 5)
    assert found.completed_on == date(2026, 11, 20)
    assert found.rules == NamedRules(strict.name, strict.version)


def test_a_certificate_from_before_references_names_no_rules(
    store: Store, library: Library, teacher: Actor
) -> None:
    complete(store, library, teacher)
    with store.write() as conn:
        conn.execute(update(progress).values(completed_rulebook=""))
    assert certificate_of(store, library, teacher, "vriend").rules is None


def test_there_is_no_certificate_of_what_was_not_completed_or_is_somebody_elses(
    store: Store, library: Library, teacher: Actor, world: World
) -> None:
    colleague = world.person(Role.TEACHER, teacher.school_id, name="Bo")
    complete(store, library, teacher)
    for who, name in ((colleague, "vriend"), (teacher, "foto"), (teacher, "nergens")):
        with pytest.raises(NotFound):
            certificate_of(store, library, who, name)
    Player(store, library, colleague, "vriend").choose("nee")
    with pytest.raises(NotFound):
        certificate_of(store, library, colleague, "vriend")


def test_what_was_completed_as_a_leader_stays_for_who_teaches_now(
    store: Store, library: Library, teacher: Actor
) -> None:
    complete(store, library, teacher)
    only_leaders = replace(library.curriculum.modules["vriend"], audience=Audience.LEADER)
    library = with_module(library, only_leaders)
    assert [one.module.id for one in development_of(store, library, teacher).done] == ["vriend"]
    with store.write() as conn:
        conn.execute(delete(progress))
    assert development_of(store, library, teacher).lines == ()


def test_a_pupil_and_an_officer_have_no_page_of_it(
    store: Store, library: Library, pupil: Actor, world: World
) -> None:
    for who in (pupil, world.person(Role.OFFICER, None)):
        with pytest.raises(Refused):
            development_of(store, library, who)
        with pytest.raises(Refused):
            certificate_of(store, library, who, "vriend")
