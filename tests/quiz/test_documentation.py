import re
from pathlib import Path

import pytest

from course.quiz.audit import audit_quiz
from course.quiz.model import QuestionKind
from course.quiz.read import read_quiz
from tests.quiz.builders import FRONT, norms

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "quiz-format.md").read_text(encoding="utf-8")


def test_every_code_of_the_reader_and_the_audit_is_documented_and_no_other():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in (
            ROOT / "course/reading/front_matter.py",
            *(ROOT / "course/quiz").glob("[lrq]*.py"),
            *(ROOT / "course/quiz/rules").glob("*.py"),
            *(
                one
                for one in (ROOT / "course/quiz/kinds").rglob("*.py")
                if one.stem not in ("answers", "piles")
            ),
        )
    )
    raised = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', sources))
    table = DOCUMENT[DOCUMENT.index("## What `deelwijs check` tells") :]
    assert raised == set(re.findall(r"`([a-z-]+)`[ ,]", table))


EXAMPLES = re.findall(r"```markdown\n(.*?)```", DOCUMENT, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_sound_question(example):
    quiz, problems = read_quiz(FRONT + "\n" + example, "quizzes/q/nl.md", "q")
    assert problems == ()
    assert len(quiz.questions) == 1
    told = {one.code for one in audit_quiz(quiz, norms(), {"q/voordeur.svg"})}
    assert told == {"draw-too-many", "unknown-act"}


def test_kinds_that_are_not_plain_have_an_example():
    assert {kind for kind in QuestionKind if any(f"kind={kind}" in one for one in EXAMPLES)} == {
        QuestionKind.MATCH,
        QuestionKind.SPOT,
        QuestionKind.WRITE,
    }
