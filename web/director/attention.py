"""What asks a director's attention now, in a sentence or two: the group that is furthest behind, the goal that is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import ngettext

from course.goals.pages import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.figures.pages import Completion, GroupRow
    from web.display.goals import GoalCard

JUST_BEGUN = 4
"""A group has only just begun while fewer than one in so many are done with the module that it is furthest with."""


def attention(groups: Sequence[GroupRow], goals: Sequence[GoalCard]) -> str:
    """Say it, or that nothing does. `goals` come in the order in which a page shows them: the next one first.

    Of a group too small to be counted nothing is said.
    """
    said = [one for one in (_of_groups(groups), _of_goals(goals)) if one]
    return " ".join(said) if said else str(_("Nothing asks your attention now."))


def _of_groups(groups: Sequence[GroupRow]) -> str:
    if not groups:
        return str(_("There are no groups in this school year yet."))
    furthest = [(group.name, cell) for group in groups if (cell := _furthest(group.cells)) is not None]
    waiting = [name for name, cell in furthest if not cell.begun.value]
    if len(waiting) == 1:
        return str(_("%(group)s has not begun yet.", group=waiting[0]))
    if waiting:
        return str(_("%(count)s groups have not begun yet.", count=len(waiting)))
    begun = sorted(
        ((name, cell) for name, cell in furthest if (cell.completed.value or 0) * JUST_BEGUN < cell.learners),
        key=lambda one: (one[1].completed.value or 0) / one[1].learners,
    )
    if not begun:
        return ""
    name, cell = begun[0]
    told = {"group": name, "done": cell.completed.value, "total": cell.learners}
    if len(begun) == 1:
        return str(_("%(group)s has only just begun (%(done)s of %(total)s).", **told))
    return str(
        _(
            "%(count)s groups have only just begun, %(group)s the last (%(done)s of %(total)s).",
            count=len(begun),
            **told,
        )
    )


def _furthest(cells: Iterable[Completion | None]) -> Completion | None:
    """Find the module that a group is furthest with; None where there is nothing that may be told."""
    told = [one for one in cells if one is not None and one.learners and not one.completed.suppressed]
    return max(told, key=lambda one: (one.completed.value or 0, one.begun.value or 0), default=None)


def _of_goals(goals: Sequence[GoalCard]) -> str:
    to_do = [one for one in goals if one.countable and not one.state.progress.is_met]
    late = [one for one in to_do if one.state.progress is Progress.LATE]
    if len(late) == 1:
        return str(_("%(goal)s is past its date (%(day)s).", goal=late[0].name, day=late[0].due))
    if late:
        return str(_("%(count)s goals are past their date.", count=len(late)))
    if not to_do:
        return ""
    following = to_do[0]
    left = following.state.target - following.state.count
    told = {"goal": following.name, "day": following.due}
    if following.state.groups:
        return str(
            ngettext(
                "%(goal)s by %(day)s: %(num)s group to go.",
                "%(goal)s by %(day)s: %(num)s groups to go.",
                left,
                **told,
            )
        )
    return str(
        ngettext(
            "%(goal)s by %(day)s: %(num)s piece of evidence to go.",
            "%(goal)s by %(day)s: %(num)s pieces of evidence to go.",
            left,
            **told,
        )
    )
