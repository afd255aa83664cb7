"""An example as a quotation, and what a text must hold as a bullet list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.items import items_of, option_of
from course.quiz.kinds.reading import Content, Reading
from course.quiz.markdown import QUIZ
from course.quiz.model import QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written


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


WRITE = Reading(
    QuestionKind.WRITE,
    told("Write what the text must hold as a bullet list, with an example as a quotation above it."),
    2,
    _read,
)
