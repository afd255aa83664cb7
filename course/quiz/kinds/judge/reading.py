"""An act to be judged, and no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.reading import Content, Reading
from course.quiz.model import QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written


def _read(written: Written) -> Content:
    """Read the act; a list is part of the text, for the verdicts are the options."""
    act = written.attributes.get("act")
    if not act:
        written.findings.error(
            written.line,
            "judge-without-act",
            told("The question does not say which act is judged."),
            JUDGE.how,
        )
    return Content(written.body, act=act)


JUDGE = Reading(QuestionKind.JUDGE, told("Add `act=ACT` to the attribute line."), 0, _read)
