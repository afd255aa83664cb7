"""What each role is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.people.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence


def role_name(role: Role) -> str:
    """Name a role with a capital, as it stands first on a tile and in the head of a page."""
    return {
        Role.PUPIL: _("Pupil"),
        Role.TEACHER: _("Teacher"),
        Role.COACH: _("Internal coach"),
        Role.DIRECTOR: _("Director"),
        Role.OFFICER: _("Policy officer of the board"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]


def where(groups: Sequence[str], place: str) -> str:
    """Tell where somebody has a role: the groups, and the school or the board."""
    return ", ".join((*groups, place))
