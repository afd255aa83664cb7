"""What is told of lessons under each protocol: hints for who writes them, and the table of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.library.under import under
from course.reading.findings import Findings
from course.reading.told import told
from course.scenario.walk import reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from course.library.model import Library
    from course.library.under import Under
    from course.reading.findings import Problem
    from course.scenario.model import Lesson

MOST_OPEN = 3
"""More than one choice in so many that nobody speaks of teaches nothing."""

_COLUMNS = (
    *("lesson", "protocol", "decisions", "decided", "open choices", "can't fail"),
    *("done without own article", "done without risk", "happy endings behind what isn't wanted"),
)
_HEAD = (f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|")


def check_under(library: Library) -> tuple[Problem, ...]:
    """Hint at what is open, harmless, unseen or beaming in each lesson, with the protocols under which it is."""
    problems: list[Problem] = []
    for lesson, seen in _lessons(library):
        findings = Findings(lesson.file)
        _as_a_whole(findings, lesson, seen)
        _by_scene(findings, lesson, seen)
        _one_word(findings, lesson)
        problems += findings.in_order()
    return tuple(problems)


def table(library: Library) -> str:
    """Write a line for every lesson under each protocol."""
    rows = [_row(lesson, one) for lesson, seen in _lessons(library) for one in seen]
    return "\n".join((*_HEAD, *rows))


def _lessons(library: Library) -> Iterator[tuple[Lesson, Sequence[Under]]]:
    """Give every lesson of a module as it stands under each protocol; none whose acts aren't known."""
    for module in library.curriculum.modules.values():
        for lesson in (library.lesson(one) for one in module.lessons if one in library.lessons):
            if lesson.acts() <= library.norms.acts.keys():
                protocols = sorted(library.norms.protocols)
                yield lesson, [under(library, lesson, module.audience, one) for one in protocols]


def _row(lesson: Lesson, one: Under) -> str:
    decided = len(one.decisions) - len(one.undecided)
    cells = (
        *(lesson.id, one.protocol, len(one.decisions), decided, f"{one.open} of {one.choices}"),
        *(len(one.harmless), "yes" if one.unseen else "no", "yes" if one.unrisked else "no"),
        ", ".join(one.beaming) or "none",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _as_a_whole(findings: Findings, lesson: Lesson, seen: Iterable[Under]) -> None:
    found = list(seen)
    much = [one for one in found if one.open * MOST_OPEN > one.choices]
    if much:
        most = max(much, key=lambda one: one.open)
        message = told(
            "Nobody says anything of %(open)s of %(all)s choices; it is more than a third at %(listed)s.",
            all=most.choices,
            open=most.open,
            listed=_listed(much),
        )
        remedy = told("Let choices be acts on which law, protocols or advice take a stance.")
        findings.hint(lesson.start.line, "open-choices", message, remedy)
    if unseen := [one for one in found if one.unseen]:
        message = told(
            "It can be completed without an article of their own on a card at %(listed)s.",
            listed=_listed(unseen),
        )
        remedy = told("Let every way to a good ending pass a choice on which they have an article.")
        findings.hint(lesson.start.line, "no-own-article", message, remedy)
    if unrisked := [one for one in found if one.unrisked]:
        message = told(
            "It can be completed without a decision that could go wrong at %(listed)s.",
            listed=_listed(unrisked),
        )
        remedy = told("Let every way to a good ending pass a choice that isn't fine there.")
        findings.hint(lesson.start.line, "no-risk", message, remedy)


def _by_scene(findings: Findings, lesson: Lesson, seen: Iterable[Under]) -> None:
    found = list(seen)
    for scene in lesson.scenes.values():
        if harmless := [one for one in found if scene.id in one.harmless]:
            message = told(
                "In `%(id)s` every choice is fine at %(listed)s: it can't fail.",
                id=scene.id,
                listed=_listed(harmless),
            )
            remedy = told("Add a choice that a sensible person is tempted by and that isn't fine there.")
            findings.hint(scene.line, "cannot-fail", message, remedy)
        if beaming := [one for one in found if scene.id in one.beaming]:
            message = told(
                "The ending `%(id)s` is not sad, and stands behind what is not fine at %(listed)s.",
                id=scene.id,
                listed=_listed(beaming),
            )
            remedy = told("Let such a choice lead elsewhere, or put `{.sad}` above the ending.")
            findings.hint(scene.line, "beaming-ending", message, remedy)


def _one_word(findings: Findings, lesson: Lesson) -> None:
    """See that what a learner collects has a name that says something."""
    story = reachable(lesson)
    for scene in lesson.scenes.values():
        if scene.id in story and scene.is_ending and len(scene.title.split()) == 1:
            message = told("The ending “%(title)s” has a name of one word.", title=scene.title)
            remedy = told("Name what it is that somebody found: learners collect endings.")
            findings.hint(scene.line, "one-word-ending", message, remedy)


def _listed(seen: Iterable[Under]) -> str:
    return ", ".join(one.protocol for one in seen)
