from datetime import date

import pytest

from course.curriculum.audit import audit_curriculum
from course.curriculum.frameworks import read_framework
from course.curriculum.goals import read_goals
from course.curriculum.model import Curriculum
from course.curriculum.modules import read_modules
from course.norms.help_lines import HelpLine
from course.norms.model import Article, ArticleKind, Audience, NationalRules, Norms, Protocol, Sure
from course.quiz.read import read_quiz
from course.reading.words import Words
from course.scenario.read import read_lesson
from tests.curriculum.test_goals import ONE as GOALS
from tests.curriculum.test_modules import ONE as MODULES

LESSON = """---
title: Les
module: een
bands: [po-7-8]
minutes: 5
frameworks: [digcomp:2]
---

# Les

## Begin

Hallo.
"""
QUIZ = """---
title: Toets
module: een
draw: 1
---

{#a kind=judge act=x}
## Mag dit?

> Want.
"""
FRAMEWORK = "level,code,label_en,label_nl\narea,2,Communication,Communicatie\n"


def a_line(name, audience):
    return HelpLine(name, name, (audience,), Words("", ""), date(2026, 11, 1), Sure.SEEN)


def audited(
    *, modules=MODULES, lesson=LESSON, quiz=QUIZ, goals=GOALS, kind=ArticleKind.GOAL, pictures=("les/a.svg",)
):
    curriculum = Curriculum(
        read_modules(modules, "curriculum/modules.toml")[0],
        {"p": read_goals(goals, "curriculum/goals/p.toml", "p")[0]},
        read_framework(FRAMEWORK, "f")[0],
    )
    lessons = {"les": {"nl": read_lesson(lesson, "lessons/les/nl.md", "les")[0]}}
    quizzes = {"toets": read_quiz(quiz, "quizzes/toets.md", "toets")[0]}
    article = Article("p", "artikel.1", (Audience.SCHOOL,), kind, Words("", ""), teachable=False, line=1)
    protocol = Protocol("p", "p", "p", "1", None, (), (), {"artikel.1": article}, {}, {})
    lines = {"luister": a_line("luister", Audience.PUPIL), "loket": a_line("loket", Audience.LEADER)}
    norms = Norms({}, {"p": protocol}, NationalRules({}, {}), help=lines)
    problems = audit_curriculum(curriculum, lessons, quizzes, norms, pictures)
    return [(one.file, one.line, one.code) for one in problems]


def test_parts_that_fit_have_no_problems():
    assert audited() == []


M, L, Q, G = "curriculum/modules.toml", "lessons/les/nl.md", "quizzes/toets.md", "curriculum/goals/p.toml"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"modules": MODULES.replace('["les"]', '["les", "lees"]')}, [(M, 1, "unknown-lesson")]),
        (
            {"modules": MODULES.replace('"toets"', '"toest"')},
            [(M, 1, "unknown-quiz"), (Q, 3, "quiz-not-in-module")],
        ),
        ({"pictures": ()}, [(M, 1, "missing-picture")]),
        (
            {"modules": MODULES + MODULES.replace("een]", "twee]")},
            [(M, 10, "shared-part"), (M, 10, "shared-part")],
        ),
        ({"lesson": LESSON.replace("module: een", "module: eeen")}, [(L, 3, "unknown-module")]),
        ({"quiz": QUIZ.replace("module: een", "module: eeen")}, [(Q, 3, "unknown-module")]),
        ({"lesson": LESSON.replace("po-7-8", "po-5-6")}, [(L, 4, "bands-differ")]),
        ({"lesson": LESSON.replace("digcomp:2", "digcomp:9")}, [(L, 6, "unknown-framework-item")]),
        (
            {"quiz": QUIZ.replace("draw: 1", "draw: 1\nframeworks: [digcomp:9]")},
            [(Q, 5, "unknown-framework-item")],
        ),
        (
            {"lesson": LESSON.replace("minutes: 5", "minutes: 5\nhelp: [luister, loket, nergens]")},
            [(L, 6, "help-for-others"), (L, 6, "unknown-help-line")],
        ),
        ({"lesson": LESSON.replace("minutes: 5", "minutes: 5\nhelp: [luister]")}, []),
        ({"lesson": LESSON.replace("minutes: 5", "minutes: 5\nhelp: [loket]")}, [(L, 6, "help-for-others")]),
        ({"goals": GOALS.replace('"p"', '"q"', 1)}, [(G, 1, "unknown-protocol")]),
        ({"goals": GOALS.replace("artikel.1", "artikel.2")}, [(G, 6, "unknown-article")]),
        ({"goals": GOALS.replace('"Goal"', '"The goal of p."')}, [(G, 6, "names-a-protocol")]),
        ({"kind": ArticleKind.NORM}, [(G, 6, "not-a-goal")]),
    ],
)
def test_what_does_not_fit_is_told_in_the_file_to_be_mended(changed, expected):
    assert audited(**changed) == expected


def test_a_lesson_that_its_module_forgot_is_told():
    found = audited(modules=MODULES.replace('["les"]', '["lees"]'))
    assert found == [(M, 1, "unknown-lesson"), (L, 3, "lesson-not-in-module")]
