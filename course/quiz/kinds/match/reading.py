"""Items as a bullet list, each with its partner below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.items import first_words, items_of, option_of
from course.quiz.kinds.reading import Content, Reading
from course.quiz.markdown import QUIZ, children_of
from course.quiz.model import Partner, QuestionKind
from course.quiz.naming import name_of
from course.reading.markdown import first_line, text_of
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written
    from course.reading.findings import Findings
    from course.reading.markdown import Node


def _read(written: Written) -> Content:
    """Read items that each hold a list of one: their partner. Two items may have the same partner."""
    findings = written.findings
    options = [
        option_of(item, findings, partner=_partner_of(item, findings), apart=("bullet_list",))
        for item in items_of(written, MATCH, "bullet_list")
    ]
    return Content(written.text, tuple(options))


def _partner_of(item: Node, findings: Findings) -> Partner | None:
    partners = [one for below in item.children if below.type == "bullet_list" for one in below.children]
    inline = first_words(partners[0]) if len(partners) == 1 else None
    text = text_of(inline) if inline else ""
    if inline is None or not text:
        findings.error(
            first_line(item), "item-without-partner", told("This item has not one partner."), MATCH.how
        )
        return None
    return Partner(name_of(text), QUIZ.inline_html(children_of(inline)), text)


MATCH = Reading(
    QuestionKind.MATCH,
    told(
        "Write the items as a bullet list, and below each its partner as a list of one, two blanks further in."
    ),
    3,
    _read,
)
