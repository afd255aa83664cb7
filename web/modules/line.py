"""The parts of the learning line in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import Audience
from web.display.bands import year_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.curriculum.model import FrameworkItem
    from course.teaching.line import Stretch


def stretch_in_words(stretch: Stretch) -> str:
    """Say whose part it is: a year of the pupils, or those who learn beside them."""
    if stretch.year:
        return year_in_words(stretch.year)
    beside = {
        Audience.TEACHER: _("The whole team"),
        Audience.LEADER: _("Directors and team leaders"),
        Audience.PARENT: _("Parents, without an account"),
    }
    return beside[stretch.audience]


def goals_by_framework(goals: Iterable[FrameworkItem]) -> tuple[str, ...]:
    """Write a line for each framework, its name once: "DigComp 2.2, 4.3"."""
    codes: dict[str, list[str]] = {}
    for one in goals:
        name, _space, code = one.label.partition(" ")
        codes.setdefault(name, []).append(code)
    return tuple(f"{name} {', '.join(found)}" for name, found in codes.items())
