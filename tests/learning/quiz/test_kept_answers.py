"""What was answered and told stays what it was, whatever an author does to the question afterwards."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.learning.pages import Notice
from course.learning.quiz import answering as quizzing
from course.learning.quiz.kept_answers import kept, to_keep
from course.learning.tables import attempts, marks
from course.people.roles import Role
from course.quiz.naming import name_of
from tests.learning.lesson.test_playing import rows
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import NOW, quiz_of, with_quiz
from tests.quiz.builders import keyed

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.quiz.model import Quiz
    from course.store.store import Store
    from tests.learning.world import World

QUESTIONS = """
{{#kies}}
## Kies een?

{single}

> Zo zit het.

{{#meer}}
## Kies er meer?

- [x] delen
- [x] vragen
- [ ] zwijgen

> Zo zit het.

{{#stappen kind=order}}
## In welke volgorde?

{steps}

> Zo zit het.
"""
SINGLE = ("- [x] goed", "- [ ] fout", "- [ ] ook fout")
STEPS = ("eerst", "dan", "ten slotte")


def bank(single: tuple[str, ...] = SINGLE, steps: tuple[str, ...] = STEPS) -> Quiz:
    numbered = "\n".join(f"{place}. {step}" for place, step in enumerate(steps, 1))
    return quiz_of("foto", [], extra=QUESTIONS.format(single="\n".join(single), steps=numbered))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("kies", "b"),
        ("kies", ["b"]),
        ("meer", ["a", "b"]),
        ("stappen", ["c", "a", "b"]),
        ("meer", {"a": "may", "b": "not"}),
        ("stappen", []),
        ("kies", None),
    ],
)
def test_an_answer_means_the_same_when_options_move(question: str, answer: object) -> None:
    before = bank().questions[question]
    after = bank((SINGLE[1], SINGLE[2], SINGLE[0]), ("ten slotte", "eerst", "dan")).questions[question]
    given = keyed(before, answer)
    assert kept(before, to_keep(given)) == kept(after, to_keep(given)) == given


def test_an_answer_whose_option_has_other_words_by_now_means_nothing() -> None:
    before, after = bank().questions["kies"], bank((*SINGLE[:2], "- [ ] heel fout")).questions["kies"]
    with pytest.raises(Invalid):
        kept(after, to_keep(keyed(before, "c")))
    assert kept(after, to_keep(keyed(before, "a"))) == after.options[0].key


def test_answers_that_were_kept_by_letter_or_by_the_very_words_are_still_read() -> None:
    question = bank().questions["meer"]
    first, second, _ = question.options
    words = hashlib.sha256(b"vragen").hexdigest()[:12]
    assert kept(question, json.dumps(["a", words])) == [first.key, second.key]


def test_a_right_answer_is_not_called_wrong_when_its_option_moves(
    store: Store, library: Library, pupil: Actor
) -> None:
    mine = Sitting(store, with_quiz(library, bank()), pupil)
    for _ in range(3):
        question = mine.asked.question
        mine.answer({"kies": "a", "meer": ["a", "b"], "stappen": ["a", "b", "c"]}[question.id])
    moved = with_quiz(library, bank((SINGLE[2], SINGLE[1], SINGLE[0]), ("ten slotte", "eerst", "dan")))
    result = Sitting(store, moved, pupil).result
    assert (result.score, [one.right for one in result.reviewed]) == (100, [True, True])
    assert {one.question.id for one in result.reviewed} == {"kies", "meer"}, (
        "steps in another order are others"
    )


def test_what_was_told_of_an_answer_is_never_turned_round(
    store: Store, library: Library, pupil: Actor
) -> None:
    mine = Sitting(store, with_quiz(library, bank()), pupil)
    place = mine.asked.place
    while mine.asked.question.id != "kies":
        mine.answer({"meer": ["a", "b"], "stappen": ["a", "b", "c"]}[mine.asked.question.id])
        place += 1
    mine.answer("a")
    other = with_quiz(library, bank(("- [ ] goed", "- [x] fout", "- [ ] ook fout")))
    page = quizzing.look_back(store, other, pupil, "foto", 1, place, NOW)
    assert getattr(page, "mark", None) is None or page.mark.question.id != "kies"
    assert [row["right"] for row in rows(store, marks)] == [True] * (place + 1)


def test_another_protocol_turns_nothing_round_either(store: Store, library: Library, pupil: Actor) -> None:
    judged = "\n{#mag kind=judge act=share}\n## Mag dat?\n\nDelen.\n\n> Kijk in je protocol.\n"
    own = with_quiz(library, quiz_of("foto", [], draw=1, extra=judged))
    assert Sitting(store, own, pupil).answer("not").mark.right
    assert len(Sitting(store, own, pupil).result.reviewed) == 1
    result = Sitting(store, own, replace(pupil, protocol="mild")).result
    assert (result.score, result.reviewed) == (100, ())


def test_answers_are_forgotten_when_the_quiz_is_begun_anew_and_scores_stay(
    store: Store, library: Library, pupil: Actor, world: World
) -> None:
    mate = world.person(Role.PUPIL, pupil.school_id, *pupil.group_ids)
    mine, others, elsewhere = (
        Sitting(store, library, who, quiz) for who, quiz in ((pupil, "foto"), (mate, "foto"), (pupil, "kort"))
    )
    mine.answer("a", "b", "a")
    others.answer("a", "a", "a")
    elsewhere.answer("a")
    assert len(mine.result.reviewed) == 3, "still to be looked back on"
    mine.retake()
    assert len(rows(store, marks)) == 3 + 1
    assert len(others.result.reviewed) == 3
    assert len(elsewhere.result.reviewed) == 1
    kept_scores = {(row["number"], row["right"], row["answered"]) for row in rows(store, attempts)}
    assert kept_scores == {(1, 2, 3), (2, 0, 0), (1, 3, 3), (1, 1, 1)}
    mine.answer("a")
    late = quizzing.answer(*mine.given, quizzing.Asked(1, 2), None, mine.now)
    assert late.notice is Notice.STALE, "an answer to the attempt before is not taken again"


MORE = """
{#paren kind=match}
## Wat hoort bij wat?

- een
  - 1
- twee
  - 2
- drie
  - 2

> Zo.

{#schrijf kind=write}
## Schrijf

> Een voorbeeld.

- dit
- dat

> Zo.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("paren", {"a": name_of("1"), "b": name_of("2"), "c": name_of("2")}),
        ("schrijf", {"b": "x", "text": "Mijn tekst."}),
        ("schrijf", {"text": ""}),
    ],
)
def test_pairs_and_a_text_are_kept_as_they_were_given(question: str, answer: object) -> None:
    asked = quiz_of("foto", [], extra=MORE).questions[question]
    given = keyed(asked, answer)
    assert kept(asked, to_keep(given)) == given
