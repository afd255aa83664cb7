"""What was missed is told out of what is kept anyway, to who missed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.learning.missed import _said_by, missed_by
from course.norms.model import (
    Article,
    ArticleKind,
    Audience,
    Position,
    Protocol,
    Source,
    SourceArticle,
    Stance,
    Stand,
    Sure,
)
from course.reading.words import Words
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import a_library, quiz_of, with_quiz

if TYPE_CHECKING:
    from course.learning.missed import Missed
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store


def rule(name: str) -> Article:
    """An agreement for teachers."""
    words = Words(f"Afspraak {name}.", f"Agreement {name}.")
    return Article("regels", name, (Audience.TEACHER,), ArticleKind.NORM, words, teachable=True, line=1)


def of_staff() -> Library:
    """A school that forbids what a story lets teachers choose, with a question about another agreement."""
    stands = {
        "share": Stand(Position(Stance.FORBIDDEN, ("delen",))),
        "ask": Stand(Position(Stance.ENCOURAGED)),
        "mock": Stand(Position(Stance.FORBIDDEN, ("spot",))),
    }
    articles = {one: rule(one) for one in ("delen", "spot")}
    library = a_library().with_protocols(
        Protocol("regels", "regels", "regels", "1", None, (), (), articles, stands, {})
    )
    asked = quiz_of("vriend", ["een", "twee"], draw=2)
    questions = {name: replace(one, acts=("share",)) for name, one in asked.questions.items()}
    return with_quiz(library, replace(asked, questions=questions))


@pytest.fixture(scope="module")
def library() -> Library:
    return of_staff()


@pytest.fixture
def teacher(teacher: Actor) -> Actor:
    return replace(teacher, protocol="regels")


def missed(store: Store, library: Library, actor: Actor) -> tuple[Missed, ...]:
    with store.read() as conn:
        return missed_by(conn, library, actor)


def test_nothing_done_is_nothing_missed(store: Store, library: Library, teacher: Actor) -> None:
    assert missed(store, library, teacher) == ()


def test_wrong_answers_and_choices_name_the_articles_behind_them(
    store: Store, library: Library, teacher: Actor
) -> None:
    Sitting(store, library, teacher, "vriend").answer("b", "b")
    Player(store, library, teacher, "vriend").choose("ja")
    found = [(one.article.id, one.answers, one.choices) for one in missed(store, library, teacher)]
    assert found == [("delen", 2, 0), ("spot", 0, 1)]
    assert {one.id for line in missed(store, library, teacher) for one in line.modules} == {"vriend"}


def test_where_the_school_says_nothing_the_law_is_named(
    store: Store, library: Library, teacher: Actor
) -> None:
    law = SourceArticle(
        "wet.1",
        Source.LAW,
        "art. 1",
        Words("De wet.", "The law."),
        "De wetgever",
        date(2026, 1, 1),
        Sure.SEEN,
    )
    judgement = library.judge("regels", "mock", Audience.TEACHER)
    assert _said_by([replace(judgement, articles=(), law_articles=(law,))]) == (law,)
    assert [one.id for one in _said_by([judgement, judgement])] == ["spot"]


def test_what_went_well_is_not_missed(store: Store, library: Library, teacher: Actor) -> None:
    Sitting(store, library, teacher, "vriend").answer("a", "a")
    Player(store, library, teacher, "vriend").choose("nee")
    assert missed(store, library, teacher) == ()


def test_what_a_teacher_tries_of_the_pupils_modules_counts_for_nothing(
    store: Store, library: Library, teacher: Actor
) -> None:
    Player(store, library, teacher, "foto").choose("gedeeld")
    assert missed(store, library, teacher) == ()


def test_a_story_that_has_ended_tells_its_own_sign_in_alone(
    store: Store, library: Library, teacher: Actor
) -> None:
    Player(store, library, teacher, "vriend").choose("ja")
    assert missed(store, library, replace(teacher, sign_in="1" * 64)) == ()


def test_without_rules_nothing_is_missed(store: Store, library: Library, teacher: Actor) -> None:
    Sitting(store, library, teacher, "vriend").answer("b", "b")
    assert missed(store, library, replace(teacher, protocol=None)) == ()
