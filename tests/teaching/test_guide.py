"""The page of a module tells its lessons and the talk, and of a group only what is let out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound, Refused
from course.norms.model import Audience, Verdict
from course.teaching.guide import Guide, audience_of, guide_of
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import library
from tests.web.term import chose
from tests.web.town import a_town

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.builders import StaffMember

PUPILS, STAFF = "mag-deze-foto", "leerlingen-als-vriend"


def read(store: Store, who: StaffMember, module: str = PUPILS, group: int | None = None) -> Guide:
    return guide_of(store, library(), signed_in(store, who), module, group, NOW)


def test_every_scene_with_something_to_choose_is_there_with_its_verdicts(store: Store) -> None:
    found = read(store, a_town(store).teacher)
    lesson = found.lessons[0]
    assert [one.lesson.id for one in found.lessons] == list(found.module.lessons)
    assert found.minutes == sum(one.lesson.minutes for one in found.lessons)
    assert lesson.scenes[0].scene.id == lesson.lesson.start.id
    assert all(len(one.choices) > 1 or one.scene.talk for one in lesson.scenes)
    verdicts = {verdict for one in lesson.scenes for choice in one.choices for verdict in choice.verdicts}
    assert {Verdict.NOT, Verdict.ASK_FIRST} & verdicts
    assert not any(one.first_choices for one in lesson.scenes)


def test_first_choices_are_those_of_an_own_group_as_they_are_let_out(store: Store) -> None:
    town = a_town(store)
    chose(store, town.our_group, PUPILS, "plons", **{"de-remix": 6})
    found = read(store, town.teacher, group=town.our_group.id)
    assert found.group == town.our_group
    decision = next(one.first_choices for one in found.lessons[0].scenes if one.scene.id == "plons")
    assert decision is not None
    assert decision.has_shares
    with pytest.raises(NotFound):
        read(store, town.teacher, group=town.next_group.id)
    with pytest.raises(NotFound):
        read(store, town.director, group=town.our_group.id)


def test_who_prepares_a_class_plays_as_a_pupil_and_for_a_team_as_oneself(store: Store) -> None:
    town = a_town(store)
    director = signed_in(store, town.director)
    assert audience_of(library().module(PUPILS), director) is Audience.PUPIL
    assert audience_of(library().module(STAFF), director) is Audience.LEADER
    assert read(store, town.director, STAFF).is_for_pupils is False
    assert read(store, town.director).groups == ()


def test_it_is_for_staff_of_a_school_and_of_a_module_that_is_there(store: Store) -> None:
    town = a_town(store)
    with pytest.raises(Refused):
        read(store, town.officer)
    with pytest.raises(NotFound):
        read(store, town.teacher, "never")
