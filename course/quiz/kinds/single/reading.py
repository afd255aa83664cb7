"""Options with check boxes, one of them ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.boxes import HOW, ticked_options
from course.quiz.kinds.reading import Content, Reading
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Written


def _read(written: Written) -> Content:
    return Content(written.text, ticked_options(written, SINGLE))


SINGLE = Reading(QuestionKind.SINGLE, HOW, 2, _read)
