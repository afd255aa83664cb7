"""Items as a bullet list, each with its act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.items import attributes_of, items_of, option_of
from course.quiz.kinds.reading import Content, Reading
from course.quiz.model import QuestionKind
from course.reading.markdown import first_line
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written
    from course.reading.findings import Findings
    from course.reading.markdown import Node


def _read(written: Written) -> Content:
    findings = written.findings
    items = items_of(written, SORT, "bullet_list")
    return Content(
        written.text, tuple(option_of(item, findings, act=_act_of(item, findings)) for item in items)
    )


def _act_of(item: Node, findings: Findings) -> str | None:
    act = attributes_of(item).get("act")
    if not act:
        findings.error(first_line(item), "item-without-act", told("This item names no act."), SORT.how)
    return act or None


SORT = Reading(
    QuestionKind.SORT, told("Write the items as a bullet list, each ending in `{act=ACT}`."), 3, _read
)
