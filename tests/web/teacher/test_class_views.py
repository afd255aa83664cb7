"""What a class chose first, on its teacher's page: in words, never a harmful majority, and released by a short write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from course.learning.tables import first_choices
from tests.web.term import MODULE, chose

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def teacher(visitor: Visitor) -> Visitor:
    return visitor.as_teacher()


def untokened(html: str) -> str:
    """A page without its CSRF tokens, which differ from one moment to the next."""
    return re.sub(r'(name="csrf_token" value=")[^"]*', r"\1", html)


def at(town: Town, page: str) -> str:
    return f"/teacher/groups/{town.our_group.id}{page}"


def test_first_choices_are_told_in_words_and_no_number_stands_anywhere(
    teacher: Visitor, town: Town, store: Store, library: Library
) -> None:
    scene = next(one for one in library.lesson(MODULE).scenes.values() if len(one.choices) > 1)
    fine = next(
        one for one in scene.choices if one.acts and library.judge("kom-leren", one.acts[0]).verdict.permits
    )
    other = next(one for one in scene.choices if one is not fine)
    texts = []
    for well, rest in ((13, 0), (17, 2)):
        with store.write() as conn:
            conn.execute(delete(first_choices))
        chose(store, town.our_group, MODULE, scene.id, **{fine.id: well, other.id: rest})
        texts.append(untokened(teacher.get(at(town, "/figures")).text))
    assert texts[0] == texts[1]
    shown = re.findall(r'<b>([^<]+)<span class="steps" aria-hidden="true">(.*?)</span></b>', texts[0])
    assert [steps.count('class="done"') for word, steps in shown if word == "de meesten"] == [4]
    assert all(steps.count("<i") == 4 for _word, steps in shown)
    assert "<progress" not in texts[0], "lengths would be added up, and rounded shares make more than all"
    assert texts[0].count("Er staat pas iets als genoeg leerlingen kozen") == 1


def test_too_few_and_a_majority_that_is_not_fine_are_the_same_to_see(
    teacher: Visitor, town: Town, store: Store, library: Library
) -> None:
    scene, harmful = next(
        (scene, choice)
        for scene in library.lesson(MODULE).scenes.values()
        for choice in scene.choices
        if choice.acts and library.judge("kom-leren", choice.acts[0]).verdict.hinders
    )
    before = untokened(teacher.get(at(town, "/figures")).text)
    chose(store, town.our_group, MODULE, scene.id, **{harmful.id: 20})
    assert untokened(teacher.get(at(town, "/figures")).text) == before
    assert scene.title in before
    assert 'class="steps"' not in before


def test_figures_that_are_due_cost_one_short_write(
    teacher: Visitor, town: Town, store: Store, library: Library, statements: Statements
) -> None:
    scene = next(one for one in library.lesson(MODULE).scenes.values() if len(one.choices) > 1)
    chose(store, town.our_group, MODULE, scene.id, **{scene.choices[0].id: 7})
    costs = []
    for _ in range(2):
        with statements() as seen:
            teacher.page(at(town, "/figures"))
        costs.append(len(seen))
    assert costs == [7 + 4, 7]
