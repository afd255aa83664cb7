"""Evidence that names a pupil gets a warning: by the name as a word, and only of pupils that the writer may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.goals.mentions import NAMED, names_somebody, warn_of_names
from course.people.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

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


def test_only_pupils_whom_the_writer_sees_by_name_are_looked_up(
    store: Store, library: Library, world: World
) -> None:
    """A director could try out who is in a group, a teacher who is in a colleague's."""
    school = world.school()
    mine, other, last_year = (
        world.group(school, "7B"),
        world.group(school, "8A"),
        world.group(school, "7A", year=2025),
    )
    for group, name in ((mine, "Aya"), (other, "Bram"), (last_year, "Cato")):
        world.person(Role.PUPIL, school, group, name=name)
    teacher = world.person(Role.TEACHER, school, mine, name="Els")
    director = world.person(Role.DIRECTOR, school)

    def warns(who: object, group: int | None, words: str) -> bool:
        try:
            warn_of_names(store, who, group, words)  # type: ignore[arg-type]
        except Invalid as slip:
            return slip.fields == {"words": NAMED}
        return False

    assert warns(teacher, mine, "Aya en Bram")
    assert warns(teacher, None, "Aya")
    assert not warns(teacher, None, "Bram, Cato en Els")
    assert not warns(teacher, other, "Bram en Aya")
    assert not any(warns(director, group, "Aya, Bram en Cato") for group in (mine, other, None))


def test_for_whom_nothing_is_looked_up_no_statement_is_sent(
    store: Store, world: World, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    school = world.school()
    director = world.person(Role.DIRECTOR, school)
    with statements() as seen:
        warn_of_names(store, director, None, "Aya deed mee")
    assert seen == []
