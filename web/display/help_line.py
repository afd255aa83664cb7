"""The one line of help outside the school that pages show where they say whom to turn to.

All of them, with what each is for, stand on the contact page and beside the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import current_app

from course.norms.help_lines import first_help, help_for, help_named
from course.norms.model import Audience

if TYPE_CHECKING:
    from course.library import Library
    from course.norms.help_lines import HelpLine
    from course.scenario.model import Lesson


def one_help_line(audience: str | None) -> HelpLine | None:
    """Give the line for a reader; for nobody in particular a pupil's."""
    return first_help(_content().norms, Audience(audience or Audience.PUPIL))


def help_lines_of(lesson: Lesson, audience: str) -> tuple[HelpLine, ...]:
    """Give those that a lesson names and that are there for a reader: they stand at each of its endings."""
    return help_named(_content().norms, lesson.help, Audience(audience))


def every_help_line() -> tuple[HelpLine, ...]:
    """Give all of them, for a page that anybody reads."""
    return help_for(_content().norms, None)


def _content() -> Library:
    """Help lines are the same at every school."""
    return cast("Library", current_app.extensions["deelwijs.library"])
