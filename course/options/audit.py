"""The audit of give-aways: which files, and whether all content together, can be guessed by a simple rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.options.decision import decisions
from course.options.give_aways import give_aways
from course.reading.findings import Findings
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.library import Library
    from course.options.decision import Decision
    from course.options.give_aways import GiveAway
    from course.reading.findings import Problem
    from course.reading.told import Told

MOST_GAIN = 10
"""Points in a hundred by which no simple rule may beat chance."""
MOST_CHANCE = 0.05
"""What is likelier than this by chance is not told: a file of a few decisions is soon lopsided."""
EVERYTHING = "lessons and quizzes"
"""Where a finding stands that is of all content together."""


def check_give_aways(library: Library) -> tuple[Problem, ...]:
    """Hint at every rule by which somebody who reads options alone does better than by chance."""
    asked, protocols = decisions(library), sorted(library.norms.protocols)
    files = {lesson_id: next(iter(one.values())).file for lesson_id, one in library.lessons.items()}
    banks = {quiz.id: quiz.file for quiz in library.quizzes.values()}
    parts: dict[str, list[Decision]] = {EVERYTHING: list(asked)}
    for one in asked:
        file = (banks if "#" in one.id else files)[one.source]
        parts.setdefault(file, []).append(one)
    return tuple(found for file, part in parts.items() for found in _findings(file, part, protocols))


def _findings(file: str, asked: Sequence[Decision], protocols: Sequence[str]) -> Sequence[Problem]:
    findings = Findings(file)
    for one in give_aways(asked, protocols):
        if one.gain > MOST_GAIN and one.p < MOST_CHANCE:
            findings.hint(1, "gives-away", _told(one), told("See docs/pedagogy.md."))
    return findings.found


def _told(one: GiveAway) -> Told:
    return told(
        "Of the options that the rule %(rule)s marks, %(right)s of %(marked)s are right, and by chance %(expected)s: "
        "%(gain)s points above a blind guess under %(protocol)s (p = %(p)s).",
        rule=one.rule,
        right=one.right,
        marked=one.marked,
        expected=f"{one.expected:.1f}",
        gain=f"{one.gain:.0f}",
        protocol=one.protocol,
        p=f"{one.p:.3f}",
    )
