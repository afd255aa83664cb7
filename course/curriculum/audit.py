"""Check that modules, lessons, quizzes, goals, frameworks and norms fit one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from course.curriculum.read import MODULES
from course.norms.model import ArticleKind
from course.reading.findings import Findings, offer

if TYPE_CHECKING:
    from course.curriculum.model import Curriculum, Goal, Module
    from course.norms.model import Norms
    from course.quiz.model import Quiz
    from course.reading.findings import Problem
    from course.scenario.model import Lesson

Parts = Mapping[str, Collection[str]]
"""Names by kind: "lesson" and "quiz"."""


def audit_curriculum(
    curriculum: Curriculum,
    lessons: Mapping[str, Mapping[str, Lesson]],
    quizzes: Mapping[str, Quiz],
    norms: Norms,
    pictures: Collection[str],
    there: Parts | None = None,
) -> tuple[Problem, ...]:
    """List what does not fit, in file and line order; `pictures` are files relative to `lessons/`.

    Leaves to the audits of lessons and quizzes what can be told from one of those alone. `there` are the
    lessons and quizzes that have a file, read or not: what is wrong with one is not told again where a module names it.
    """
    problems = [
        *_check_modules(curriculum, there or {"lesson": lessons, "quiz": quizzes}, pictures),
        *(problem for goal in curriculum.goals.values() for problem in _check_goal(goal, norms)),
    ]
    for versions in lessons.values():
        for lesson in versions.values():
            problems += _check_lesson(lesson, curriculum)
    for quiz in quizzes.values():
        problems += _check_quiz(quiz, curriculum)
    return tuple(sorted(problems))


def _check_modules(
    curriculum: Curriculum,
    there: Parts,
    pictures: Collection[str],
) -> list[Problem]:
    findings = Findings(MODULES)
    owners: dict[str, str] = {}
    for module in curriculum.modules.values():
        _check_parts(module, there, findings)
        gone = {f"{name}/" for name in module.lessons if name not in there["lesson"]}
        if module.picture and module.picture not in pictures and not module.picture.startswith(tuple(gone)):
            remedy = f"Name a file under lessons/.{offer(module.picture, pictures)}"
            findings.error(module.line, "missing-picture", f"There is no picture {module.picture}.", remedy)
        for part in (*(f"lesson {one}" for one in module.lessons), f"quiz {module.quiz}"):
            owner = owners.setdefault(part, module.id)
            if owner != module.id:
                message = f"{module.id} holds the {part}, which {owner} holds already."
                findings.error(module.line, "shared-part", message, "Leave it in one of the two.")
    return findings.found


def _check_parts(module: Module, there: Parts, findings: Findings) -> None:
    parts = [("lesson", name, f"lessons/{name}/nl.md") for name in module.lessons]
    parts += [("quiz", module.quiz, f"quizzes/{module.quiz}.md")] if module.quiz else []
    for kind, name, file in parts:
        if name not in there[kind]:
            remedy = f"Write {file} or mend the name.{offer(name, there[kind])}"
            message = f"{module.id} names a {kind} {name} that is not there."
            findings.error(module.line, f"unknown-{kind}", message, remedy)


def _check_lesson(lesson: Lesson, curriculum: Curriculum) -> list[Problem]:
    findings = Findings(lesson.file)
    line = lesson.key_lines.get
    module = _module_of(lesson.module, curriculum, findings, line("module", 1))
    if module and lesson.id not in module.lessons:
        message = f"The module {module.id} does not name this lesson."
        findings.error(
            line("module", 1),
            "lesson-not-in-module",
            message,
            f"Add {lesson.id} to its lessons in {MODULES}.",
        )
    if module and not set(lesson.bands) <= set(module.bands):
        message = f"The lesson is for {', '.join(lesson.bands)}, its module for {', '.join(module.bands)}."
        findings.warning(line("bands", 1), "bands-differ", message, "Let the two agree.")
    _check_frameworks(lesson.frameworks, curriculum, findings, line("frameworks", 1))
    return findings.found


def _check_quiz(quiz: Quiz, curriculum: Curriculum) -> list[Problem]:
    findings = Findings(quiz.file)
    line = quiz.key_lines.get
    module = _module_of(quiz.module, curriculum, findings, line("module", 1))
    if module and module.quiz != quiz.id:
        message = f"The module {module.id} has another quiz: {module.quiz}."
        findings.error(
            line("module", 1), "quiz-not-in-module", message, f"Let the module name {quiz.id} in {MODULES}."
        )
    _check_frameworks(quiz.frameworks, curriculum, findings, line("frameworks", 1))
    return findings.found


def _module_of(name: str, curriculum: Curriculum, findings: Findings, line: int) -> Module | None:
    module = curriculum.modules.get(name)
    if name and not module and curriculum.modules:
        remedy = f"See {MODULES}.{offer(name, curriculum.modules)}"
        findings.error(line, "unknown-module", f"There is no module {name}.", remedy)
    return module


def _check_frameworks(
    references: tuple[str, ...], curriculum: Curriculum, findings: Findings, line: int
) -> None:
    for reference in references:
        if reference not in curriculum.frameworks:
            near = offer(reference, curriculum.frameworks)
            remedy = f"Write it as slo:po:24A or digcomp:2.2; see curriculum/frameworks/.{near}"
            findings.error(line, "unknown-framework-item", f"No framework has {reference}.", remedy)


def _check_goal(goal: Goal, norms: Norms) -> list[Problem]:
    """Check the article of a goal, but for one of a protocol that can't be read."""
    goal_set = goal.id.partition(":")[0]
    findings = Findings(f"curriculum/goals/{goal_set}.toml")
    protocol = norms.protocols.get(goal.protocol)
    article = protocol.articles.get(goal.article) if protocol else None
    if not norms.protocols or (protocol and not protocol.articles):
        return []
    if not protocol:
        remedy = f"See norms/protocols/.{offer(goal.protocol, norms.protocols)}"
        findings.error(goal.line, "unknown-protocol", f"There is no protocol {goal.protocol!r}.", remedy)
    elif not article:
        remedy = f"See norms/protocols/{goal.protocol}.toml.{offer(goal.article, protocol.articles)}"
        message = f"{goal.protocol} has no article {goal.article}."
        findings.error(goal.line, "unknown-article", message, remedy)
    elif article.kind is not ArticleKind.GOAL:
        message = f"Article {goal.article} is a {article.kind}, not a goal."
        findings.warning(goal.line, "not-a-goal", message, "Name the article that sets the goal.")
    return findings.found
