"""What the kinds share in which options are ticked: some are right, others not, and the author marks them with boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.answers import refuse_unknown
from course.quiz.kinds.items import first_words, items_of, option_of
from course.quiz.markdown import take_box
from course.quiz.model import Mark, OptionMark
from course.reading.markdown import first_line
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.quiz.kinds.kind import Kind, Written
    from course.quiz.model import Option, Question
    from course.reading.findings import Findings
    from course.reading.markdown import Node

HOW = told("Write each option as `- [ ] …`, the right ones as `- [x] …`.")


def ticked_options(written: Written, kind: Kind) -> tuple[Option, ...]:
    """Read options with check boxes."""
    findings = written.findings
    return tuple(
        option_of(item, findings, right=has_tick(item, findings)) for item in items_of(written, kind)
    )


def has_tick(item: Node, findings: Findings) -> bool:
    """Cut the check box off an item, and tell whether it is ticked; to have none is a problem."""
    inline = first_words(item)
    box = take_box(inline) if inline else " "
    if box is None:
        findings.error(first_line(item), "option-without-box", told("This option has no check box."), HOW)
    return box == "x"


def mark_ticks(question: Question, chosen: Sequence[str]) -> Mark:
    """Mark what was ticked: right when exactly the right ones are."""
    refuse_unknown(chosen, (one.key for one in question.options))
    marks = tuple(
        _tick_mark(one, "x" if one.key in chosen else "", "x" if one.right else "")
        for one in question.options
    )
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(one.key for one in question.options if one.key in chosen),
        expected=tuple(one.key for one in question.options if one.right),
        options=marks,
        judgement=None,
    )


def _tick_mark(option: Option, given: str, expected: str) -> OptionMark:
    return OptionMark(option, given, expected, given == expected, None)
