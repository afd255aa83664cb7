"""What the page of one goal is given beside its card: whom evidence may be about, and why nothing can be noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.errors import NotFound
from course.goals.permissions import may_note_for_any_group, may_note_for_group, may_note_for_school
from web.goals.forms import WHOLE_SCHOOL
from web.http.converters import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.curriculum.model import Goal
    from course.goals.pages import GoalState, GroupName
    from course.people.actor import Actor
    from web.display.goals import GoalCard
    from web.goals.forms import EvidenceForm


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal with its log and the form."""

    card: GoalCard
    form: EvidenceForm
    blocked: str
    """Why nothing can be noted here; empty where the form may be filled in."""
    year: str
    withdrawn: int | None
    """The entry that was just taken out, which can be put back."""


def number_of(chosen: str | None, kind: str) -> int | None:
    """Read what was chosen from a list; None for nothing, and NotFound for what no form of ours offers."""
    if not chosen:
        return None
    try:
        return whole(chosen)
    except ValueError:
        raise NotFound(kind, chosen) from None


def one_of(states: Sequence[GoalState], goal_id: str) -> GoalState:
    """Find a goal's state; NotFound for an unknown goal."""
    for state in states:
        if state.goal.id == goal_id:
            return state
    raise NotFound("goal", goal_id)


def group_choices(groups: Sequence[GroupName], goal: Goal, actor: Actor) -> list[tuple[str, str]]:
    """List whom evidence may be about: a teacher's own groups; for a director every group, or the school."""
    mine = [(str(one.group_id), one.name) for one in groups if may_note_for_group(actor, one.group_id)]
    whole_school = _("The whole school") if may_note_for_school(actor, goal) else _("Choose a group")
    return [(WHOLE_SCHOOL, whole_school), *mine]


def blocked(choices: Sequence[tuple[str, str]], goal: Goal, actor: Actor) -> str:
    """Say why nobody could fill in the form: it asks for a group where there is none to choose; else nothing."""
    if len(choices) > 1 or may_note_for_school(actor, goal):
        return ""
    if may_note_for_any_group(actor) or actor.group_ids:
        return str(
            _("This goal asks for evidence by group, and there are no groups in this school year yet.")
        )
    return str(_("You note evidence for your own group, and you have no group yet."))
