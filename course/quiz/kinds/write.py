"""A question that is answered by writing: the writer holds the own text against a list and an example.

Nobody else marks it, so it is never wrong and counts for nothing. The text is no part of the answer unless its writer
wants to keep it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import MISSING, TOO_LONG, UNKNOWN, refuse_unknown
from course.quiz.kinds.items import items_of, option_of
from course.quiz.kinds.kind import Content, Kind
from course.quiz.markdown import QUIZ
from course.quiz.model import Mark, OptionMark, QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Question

TEXT = "text"
"""Under which name an answer holds the text; no option can have it."""

LONGEST = 2000
"""Characters of a text that is kept."""


def _read(written: Written) -> Content:
    """Read what the text must hold, and the quotation above it as the example."""
    text = written.text
    quotes = [one for one in text if one.type == "blockquote"]
    if not quotes:
        written.findings.error(
            written.line,
            "no-example",
            told("The question shows no example."),
            told("Write one as a quotation above the list."),
        )
    example = QUIZ.block_html(child for quote in quotes[-1:] for child in quote.children)
    options = (option_of(item, written.findings) for item in items_of(written, WRITE, "bullet_list"))
    return Content([one for one in text if one not in quotes[-1:]], tuple(options), example=example)


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    if answer is None:
        raise Invalid(answer=MISSING)
    if not isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    text = answer.get(TEXT, "")
    if len(text) > LONGEST:
        raise Invalid(answer=TOO_LONG)
    ticked = {key for key, value in answer.items() if value and key != TEXT}
    refuse_unknown(ticked, (one.key for one in question.options))
    marks = tuple(
        OptionMark(one, "x" if one.key in ticked else "", "", right=True, judgement=None)
        for one in question.options
    )
    given = tuple(one.key for one in question.options if one.key in ticked)
    return Mark(question, right=True, given=given, expected=(), options=marks, judgement=None, text=text)


WRITE = Kind(
    QuestionKind.WRITE,
    told("Write what the text must hold as a bullet list, with an example as a quotation above it."),
    2,
    _read,
    _mark,
)
