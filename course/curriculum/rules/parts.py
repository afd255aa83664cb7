"""Rules about lessons and quizzes: the module that they name knows them, and what they teach stands in a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.read import MODULES
from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from course.curriculum.rules.case import Case


def unknown_module(case: Case) -> None:
    """See that the module that a lesson or quiz names exists; while none is known, none is unknown."""
    modules = case.curriculum.modules
    for findings, part in case.parts():
        if part.module and part.module not in modules and modules:
            remedy = told("See %(modules)s.%(offer)s", modules=MODULES, offer=offer(part.module, modules))
            message = told("There is no module %(module)s.", module=part.module)
            findings.error(part.key_lines.get("module", 1), "unknown-module", message, remedy)


def lesson_not_in_module(case: Case) -> None:
    """See that the module that a lesson names holds it, for else nobody is ever led there."""
    for lesson in case.lessons:
        module = case.curriculum.modules.get(lesson.module)
        if module and lesson.id not in module.lessons:
            message = told("The module %(id)s does not name this lesson.", id=module.id)
            remedy = told("Add %(id)s to its lessons in %(modules)s.", id=lesson.id, modules=MODULES)
            line = lesson.key_lines.get("module", 1)
            case.file(lesson.file).error(line, "lesson-not-in-module", message, remedy)


def bands_differ(case: Case) -> None:
    """See that a lesson is for no other learners than its module."""
    for lesson in case.lessons:
        module = case.curriculum.modules.get(lesson.module)
        if module and not set(lesson.bands) <= set(module.bands):
            message = told(
                "The lesson is for %(bands)s, its module for %(of_module)s.",
                bands=", ".join(lesson.bands),
                of_module=", ".join(module.bands),
            )
            line = lesson.key_lines.get("bands", 1)
            case.file(lesson.file).warning(line, "bands-differ", message, told("Let the two agree."))


def quiz_not_in_module(case: Case) -> None:
    """See that the module that a quiz names has it as its quiz."""
    for quiz in case.quizzes:
        module = case.curriculum.modules.get(quiz.module)
        if module and module.quiz != quiz.id:
            message = told("The module %(id)s has another quiz: %(quiz)s.", id=module.id, quiz=module.quiz)
            remedy = told("Let the module name %(id)s in %(modules)s.", id=quiz.id, modules=MODULES)
            line = quiz.key_lines.get("module", 1)
            case.file(quiz.file).error(line, "quiz-not-in-module", message, remedy)


def unknown_framework_item(case: Case) -> None:
    """See that what a lesson or quiz says that it teaches stands in a framework."""
    frameworks = case.curriculum.frameworks
    for findings, part in case.parts():
        for reference in part.frameworks:
            if reference not in frameworks:
                near = offer(reference, frameworks)
                remedy = told(
                    "Write it as slo:po:24A or digcomp:2.2; see curriculum/frameworks/.%(near)s", near=near
                )
                line = part.key_lines.get("frameworks", 1)
                findings.error(
                    line,
                    "unknown-framework-item",
                    told("No framework has %(reference)s.", reference=reference),
                    remedy,
                )


def unknown_help_line(case: Case) -> None:
    """See that a help line that a lesson names is known, and is there for those who play the lesson."""
    for lesson in case.lessons:
        module = case.curriculum.modules.get(lesson.module)
        findings, line = case.file(lesson.file), lesson.key_lines.get("help", 1)
        for name in lesson.help:
            known = case.norms.help.get(name)
            if known is None:
                remedy = told("See norms/help.toml.%(offer)s", offer=offer(name, case.norms.help))
                message = told("There is no help line `%(name)s`.", name=name)
                findings.error(line, "unknown-help-line", message, remedy)
            elif module and module.audience not in known.audience:
                message = told(
                    "The help line `%(name)s` is not there for a %(audience)s.",
                    name=name,
                    audience=module.audience.value,
                )
                remedy = told("Name another, or see its `audience` in norms/help.toml.")
                findings.error(line, "help-for-others", message, remedy)
