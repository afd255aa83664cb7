"""A question in which each thing is given its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import INCOMPLETE, by_key, refuse_unknown
from course.quiz.kinds.items import first_words, items_of, option_of
from course.quiz.kinds.kind import Content, Kind
from course.quiz.markdown import QUIZ, children_of
from course.quiz.model import Mark, OptionMark, Partner, QuestionKind
from course.quiz.naming import name_of
from course.reading.markdown import first_line, text_of
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Question
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


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    given = by_key(answer)
    refuse_unknown(given.keys(), (one.key for one in question.options))
    refuse_unknown(given.values(), (one.key for one in question.partners))
    if len(given) < len(question.options):
        raise Invalid(answer=INCOMPLETE)
    pairs = [(one, given[one.key], one.partner.key if one.partner else "") for one in question.options]
    marks = tuple(OptionMark(one, put, partner, put == partner, None) for one, put, partner in pairs)
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(f"{one.option.key}={one.given}" for one in marks),
        expected=tuple(f"{one.option.key}={one.expected}" for one in marks),
        options=marks,
        judgement=None,
    )


MATCH = Kind(
    QuestionKind.MATCH,
    told(
        "Write the items as a bullet list, and below each its partner as a list of one, two blanks further in."
    ),
    3,
    _read,
    _mark,
)
