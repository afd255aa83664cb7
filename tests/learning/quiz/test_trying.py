"""A quiz done without an account: the same seed asks the same, what was right is carried along, and nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound
from course.learning.pages import Notice
from course.learning.quiz.trying import Sitting, answered, asked, paper_for_parents
from course.library import default_content_root, load_library
from course.norms.model import Audience
from tests.learning.world import with_module

if TYPE_CHECKING:
    from course.learning.quiz.attempt import Paper

QUIZ = "bij-het-hek"
START = Sitting(7)


@pytest.fixture(scope="module")
def paper() -> Paper:
    return paper_for_parents(load_library(default_content_root()), QUIZ, "verkruisen")


def after(paper: Paper, sitting: Sitting, answer: object) -> Sitting:
    page = asked(paper, sitting)
    assert page is not None
    marked, later = answered(paper, sitting, page.meaning, answer)
    assert marked is not None
    assert marked.mark is not None
    return later


def test_the_same_seed_asks_the_same_and_another_begins_elsewhere(paper: Paper) -> None:
    first = {asked(paper, Sitting(seed)).question.id for seed in range(20)}
    assert len(first) > 3
    assert asked(paper, START) == asked(paper, START)


def test_one_comes_to_the_end_with_what_was_right(paper: Paper) -> None:
    sitting, seen = START, []
    while (page := asked(paper, sitting)) is not None:
        assert page.total == paper.quiz.draw
        assert page.shown_place == len(seen) + 1
        seen.append(page.question.id)
        sitting = Sitting(sitting.seed, (*sitting.results, len(seen) % 2 == 0))
    assert len(seen) == len(set(seen)) == paper.quiz.draw
    assert sitting.right == paper.quiz.draw // 2


def test_an_answer_is_marked_by_the_schools_own_rules_as_said_to_parents(paper: Paper) -> None:
    at = next(one for one in map(Sitting, range(200)) if asked(paper, one).question.id == "eigen-app")
    assert after(paper, at, ["may"]).results == (True,)
    elsewhere = paper_for_parents(load_library(default_content_root()), QUIZ, "compass")
    assert asked(elsewhere, at).question.id == "eigen-app"
    assert after(elsewhere, at, ["not"]).results == (False,)


def test_an_answer_that_is_none_moves_nobody_on(paper: Paper) -> None:
    with pytest.raises(Invalid):
        answered(paper, START, asked(paper, START).meaning, None)


def test_what_was_asked_otherwise_is_asked_anew(paper: Paper) -> None:
    page, later = answered(paper, START, "what it meant yesterday", ["may"])
    assert later == START
    assert page is not None
    assert page.notice is Notice.CHANGED


def test_only_quizzes_for_parents_can_be_done_so(paper: Paper) -> None:
    library = load_library(default_content_root())
    for quiz in ("mag-deze-foto", "leerlingen-als-vriend", "niets"):
        with pytest.raises(NotFound):
            paper_for_parents(library, quiz, "verkruisen")
    module = replace(library.module("mag-deze-foto"), audience=Audience.PARENT, bands=("parents",))
    assert (
        paper_for_parents(with_module(library, module), "mag-deze-foto", "verkruisen").quiz.id
        == "mag-deze-foto"
    )


def test_what_is_only_written_is_not_asked_where_nothing_can_be_kept() -> None:
    library = load_library(default_content_root())
    module = replace(library.module("fotos-van-school"), audience=Audience.PARENT, bands=("parents",))
    paper = paper_for_parents(with_module(library, module), "fotos-van-school", "compass")
    assert asked(paper, Sitting(3, (True,) * paper.quiz.draw)) is None
