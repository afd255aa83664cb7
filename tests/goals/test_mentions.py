"""Evidence that names a pupil gets a warning: by the name as a word, and only of pupils that the writer may name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.goals.mentions import NAMED, names_somebody, warn_of_names
from course.people.roles import Role
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Met Sem gepraat.", ["Sem"]),
        ("sem deed mee", ["Sem J."]),
        ("Sems werk, en Sem's vlog", ["Sem"]),
        ("Zoe\u0308 las voor", ["Zo\u00eb"]),
        ("Jan-Willem filmde", ["Jan-Willem"]),
        ("D’Angelo filmde", ["D’Angelo B."]),
    ],
)
def test_a_name_is_found_as_a_word(words: str, names: list[str]) -> None:
    assert names_somebody(words, names)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Op het scherm", ["Sem"]),
        ("We bouwden een boom", ["Bo", "Bo A."]),
        ("Klas 7 maakte een vlog", ["7"]),
        ("", ["Sem"]),
        ("Niemand", []),
    ],
)
def test_a_part_of_a_word_is_no_name(words: str, names: list[str]) -> None:
    assert not names_somebody(words, names)


def test_only_the_group_that_it_is_about_is_looked_through_or_else_the_school(
    store: Store, library: Library, world: World
) -> None:
    school = world.school()
    mine, other, last_year = (
        world.group(school, "7B"),
        world.group(school, "8A"),
        world.group(school, "7A", year=2025),
    )
    elsewhere = world.group(world.school("De Beuk"))
    for group, name in ((mine, "Aya"), (other, "Bram"), (last_year, "Cato"), (elsewhere, "Daan")):
        world.person(Role.PUPIL, school, group, name=name)
    teacher = world.person(Role.TEACHER, school, mine, name="Els")
    director = world.person(Role.DIRECTOR, school)

    def warns(who: object, group: int | None, words: str) -> bool:
        try:
            warn_of_names(store, who, group, words, NOW)  # type: ignore[arg-type]
        except Invalid as slip:
            return slip.fields == {"words": NAMED}
        return False

    assert warns(teacher, mine, "Aya en Bram")
    assert not warns(teacher, mine, "Bram en Els")
    assert not warns(teacher, other, "Bram")
    assert warns(director, other, "Bram")
    assert warns(director, None, "Bram")
    assert warns(director, None, "Cato")
    assert not warns(director, None, "Daan")


def test_a_pupil_of_the_school_stays_a_name_whatever_the_group(store: Store, world: World) -> None:
    school = world.school()
    world.person(Role.PUPIL, school, world.group(school), name="Aya")
    director = world.person(Role.DIRECTOR, school)
    august = datetime(2027, 8, 20, 9, tzinfo=UTC)
    world.person(Role.PUPIL, school, world.group(school, "8B", year=2027), name="Bram")
    for name in ("Aya", "Bram"):
        with pytest.raises(Invalid):
            warn_of_names(store, director, None, f"{name} deed mee", august)
