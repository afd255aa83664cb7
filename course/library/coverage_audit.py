"""The audit of coverage: articles that nobody is shown, and articles that a file names without ever showing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.library.coverage import LEARNERS, coverage
from course.library.shown import asked_in, readers_of, taught_in
from course.reading.findings import Findings
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.library.model import Library
    from course.library.shown import Part
    from course.reading.findings import Problem

UNTAUGHT = "untaught-article"
"""The code of the hint at a teachable article that nothing teaches or tests."""
UNSHOWN = "unshown-article"
"""The code of the hint at an article that a file names and no learner is shown there."""


def check_coverage(library: Library) -> tuple[Problem, ...]:
    """Hint at what is taught to nobody, and at what a file says to teach without showing it."""
    return (*_untaught(library), *_unshown(library))


def _untaught(library: Library) -> Iterator[Problem]:
    """Find every teachable article that nothing teaches or tests to an audience that has modules."""
    for protocol_id, rows in coverage(library).items():
        protocol = library.norms.protocols[protocol_id]
        findings = Findings(f"norms/protocols/{protocol_id}.toml")
        for article_id, cells in rows.items():
            bare = [who for who, cell in cells.items() if who in LEARNERS and not any(cell.values())]
            if bare:
                message = told(
                    "Article %(article_id)s is taught and tested by nothing for: %(bare)s.",
                    article_id=article_id,
                    bare=", ".join(bare),
                )
                remedy = told(
                    "Let a choice or a question be about an act of it, or let a question name it: "
                    'articles="%(protocol_id)s:%(article_id)s".',
                    protocol_id=protocol_id,
                    article_id=article_id,
                )
                findings.hint(protocol.articles[article_id].line, UNTAUGHT, message, remedy)
        yield from findings.found


def _unshown(library: Library) -> Iterator[Problem]:
    """Find every article that a lesson or a question names and shows to none of its learners."""
    for lesson in taught_in(library):
        findings = Findings(lesson.lesson.file)
        for reference in _not_shown(library, lesson, lesson.lesson.articles):
            message = told("No learner is shown article %(reference)s in this lesson.", reference=reference)
            remedy = told("Let a choice be about an act of it, or take it out of `articles`.")
            findings.hint(lesson.lesson.key_lines.get("articles", 1), UNSHOWN, message, remedy)
        yield from findings.found
    for one in asked_in(library):
        findings = Findings(library.quiz(one.quiz).file)
        for reference in _not_shown(library, one, one.question.articles):
            message = told(
                "No learner is shown article %(reference)s behind this question.", reference=reference
            )
            remedy = told("It speaks to others than who learns here: take it out of `articles`.")
            findings.hint(one.question.line, UNSHOWN, message, remedy)
        yield from findings.found


def _not_shown(library: Library, part: Part, references: tuple[str, ...]) -> Iterator[str]:
    """Give the references to articles of known protocols that nobody for whom the part is meant is shown in it."""
    for reference in references:
        owner, _, article = reference.partition(":")
        if article in getattr(library.norms.protocols.get(owner), "articles", ()):
            readers = readers_of(part.module)
            if not any(article in part.shows(library, owner, one, part.module.bands) for one in readers):
                yield reference
