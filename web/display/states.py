"""What the states of learning and of goals are called in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.learning.pages import State

if TYPE_CHECKING:
    from collections.abc import Mapping


def state_words() -> Mapping[State, str]:
    """Words for how far somebody is with a module."""
    return {
        State.NOT_BEGUN: _("Not begun"),
        State.BUSY: _("Busy"),
        State.STUCK: _("Stuck"),
        State.DONE: _("Done"),
    }
