"""What the page of one goal is given beside its card: whom evidence may be about, and why nothing can be noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date, lazy_gettext, ngettext
from flask_babel import gettext as _

from course.curriculum.model import Region
from course.errors import NotFound
from course.goals.permissions import may_note_for_any_group, may_note_for_group, may_note_for_school
from course.people.roles import Ability
from web.goals.forms import WHOLE_SCHOOL
from web.http.converters import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.curriculum.model import Goal
    from course.goals.pages import GoalState, GroupName, GroupShare, SchoolGoals
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
    rhythm: RhythmView | None
    """How regularly each group does it; None for a goal that asks for no rhythm."""


@dataclass(frozen=True, slots=True)
class RhythmView:
    """The rhythm of a goal, group by group."""

    asks: str
    counted: str
    """What is counted, and which weeks are left out."""
    lines: tuple[tuple[str, str, bool], ...]
    """Name of a group, how often and when last, and whether it keeps the rhythm."""
    region: str
    may_set_region: bool


REGIONS = {
    Region.NOORD: lazy_gettext("North"),
    Region.MIDDEN: lazy_gettext("Middle"),
    Region.ZUID: lazy_gettext("South"),
}


def rhythm_view(found: SchoolGoals, state: GoalState, actor: Actor) -> RhythmView | None:
    """Put the rhythm of a goal in words."""
    if not state.goal.rhythm or not state.goal.measure.counts_groups:
        return None
    counted = (
        _(
            "A group counts from its second time on, as long as no more school weeks pass than that. "
            "Holidays of region %(region)s are no school weeks.",
            region=REGIONS[found.region],
        )
        if found.knows_holidays
        else _(
            "A group counts from its second time on, as long as no more weeks pass than that. "
            "The holidays of this school year are not known here: every week counts."
        )
    )
    return RhythmView(
        asks=ngettext(
            "At least once every school week", "At least once every %(num)s school weeks", state.goal.rhythm
        ),
        counted=counted,
        lines=tuple((one.name, _times(one), one.is_met) for one in state.groups),
        region=found.region.value,
        may_set_region=actor.may(Ability.LEAD_SCHOOL),
    )


def _times(share: GroupShare) -> str:
    if share.last_on is None:
        return str(_("nothing yet"))
    last = format_date(share.last_on, "d MMMM")
    return ngettext("%(num)s time, on %(last)s", "%(num)s times, last on %(last)s", share.times, last=last)


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
