"""Steps as a numbered list, in the right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.items import items_of, option_of
from course.quiz.kinds.reading import Content, Reading
from course.quiz.model import QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written


def _read(written: Written) -> Content:
    """Read the steps, which stand in the right order."""
    steps = (option_of(item, written.findings) for item in items_of(written, ORDER, "ordered_list"))
    return Content(written.text, tuple(steps))


ORDER = Reading(QuestionKind.ORDER, told("Write the steps as a numbered list in the right order."), 3, _read)
