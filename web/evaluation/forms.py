"""The form of an evaluation; the questions are those of the content, so their fields are made for each request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, TextAreaField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.evaluation.pages import Answer

SLIPS = (
    _l("This is too long; keep it under 4000 characters."),
    _l("Write down at least one answer or decision before you freeze it."),
    _l("Somebody else changed this draft meanwhile. Copy your text, and open the page anew."),
    _l("Tick that you know that nothing changes any more."),
)
"""What may be wrong, listed so that the catalogs know it."""


class EvaluationForm(FlaskForm):  # type: ignore[misc]
    """What came out of the talk; the answers stand in fields of their own."""

    decisions = TextAreaField(_l("What do we hold on to, and what do we decide?"))
    new_goals = TextAreaField(_l("New goals"))
    revision = HiddenField()
    sure = BooleanField(_l("I know that nothing of it can be changed or removed after that."))


def form_for(answers: Sequence[Answer], locale: str) -> type[EvaluationForm]:
    """Make the form with a field for each question: `answer-0` and so on, in their order."""
    fields = {
        name_of(place): TextAreaField(one.question.for_locale(locale)) for place, one in enumerate(answers)
    }
    return type("QuestionsForm", (EvaluationForm,), fields)


def name_of(place: int) -> str:
    """Name the field of a question."""
    return f"answer_{place}"
