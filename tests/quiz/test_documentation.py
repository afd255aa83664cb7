import re
from pathlib import Path

from course.quiz.audit import audit_quiz
from course.quiz.read import read_quiz
from tests.quiz.builders import FRONT, norms

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "quiz-format.md").read_text(encoding="utf-8")


def test_every_code_of_the_reader_and_the_audit_is_documented_and_no_other():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in (
            ROOT / "course/reading/front_matter.py",
            *(ROOT / "course/quiz").glob("[rq]*.py"),
            *(ROOT / "course/quiz/rules").glob("*.py"),
        )
    )
    raised = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', sources))
    table = DOCUMENT[DOCUMENT.index("## What `deelwijs check` tells") :]
    assert raised == set(re.findall(r"`([a-z-]+)`[ ,]", table))


def test_the_example_is_a_sound_question():
    example = DOCUMENT.partition("```markdown\n")[2].partition("```")[0]
    quiz, problems = read_quiz(FRONT + "\n" + example, "quizzes/q.md", "q")
    assert problems == ()
    told = {one.code for one in audit_quiz(quiz, norms(), ())}
    assert told == {"draw-too-many", "unknown-act"}
