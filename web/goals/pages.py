"""What the pages of goals are given: the state of each goal in words, and the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date
from flask_babel import gettext as _

from course.curriculum.model import Measure
from course.curriculum.school_year import school_year
from course.errors import NotFound
from course.goals.views import Progress
from course.people.identity import Role
from web.goals.forms import WHOLE_SCHOOL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from course.goals.views import Evidence, GoalState, GroupShare
    from course.people.identity import Identity
    from web.goals.forms import EvidenceForm

SIGNS = {
    Progress.MET: "met",
    Progress.MET_LATE: "met",
    Progress.ON_TRACK: "on-track",
    Progress.DUE_SOON: "due",
    Progress.LATE: "late",
}
"""The design system's names of the states, each with a sign and a colour."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence, with whether the reader may withdraw it."""

    evidence: Evidence
    when: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One goal as a page shows it."""

    state: GoalState
    sign: str
    word: str
    due: str
    measured: str
    """What is counted, e.g. "groups"."""
    entries: tuple[Entry, ...]
    waiting: tuple[GroupShare, ...]
    """Groups that don't do their part yet."""


@dataclass(frozen=True, slots=True)
class GoalsView:
    """All goals of a school."""

    cards: tuple[GoalCard, ...]
    met: int
    year: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal with its log and the form."""

    card: GoalCard
    form: EvidenceForm
    year: str
    withdrawn: int | None
    """The entry that was just taken out, which can be put back."""


def goals_view(states: Sequence[GoalState], identity: Identity, today: date) -> GoalsView:
    """Show every goal with its state."""
    cards = tuple(goal_card(state, identity) for state in states)
    return GoalsView(cards, sum(one.state.progress.is_met for one in cards), year_words(today))


def goal_card(state: GoalState, identity: Identity) -> GoalCard:
    """Put one goal in words."""
    by_groups = state.goal.measure is not Measure.EVIDENCE_SCHOOL
    return GoalCard(
        state=state,
        sign=SIGNS[state.progress],
        word=_word(state.progress),
        due=format_date(state.due, "d MMMM yyyy"),
        measured=_("Groups") if by_groups else _("Pieces of evidence"),
        entries=tuple(
            Entry(one, format_date(one.happened_on, "d MMMM yyyy"), _may_withdraw(one, identity))
            for one in state.evidence
        ),
        waiting=tuple(one for one in state.groups if not one.is_met),
    )


def one_of(states: Sequence[GoalState], goal_id: str) -> GoalState:
    """Find a goal's state; NotFound for an unknown goal."""
    for state in states:
        if state.goal.id == goal_id:
            return state
    raise NotFound("goal", goal_id)


def group_choices(states: Sequence[GoalState], goal_id: str, identity: Identity) -> list[tuple[str, str]]:
    """List whom evidence may be about: a teacher's own groups; for a director every group, or the school.

    The groups are those of the goals that are counted by groups, for they are all groups of this year.
    """
    groups = next((state.groups for state in states if state.groups), ())
    mine = [
        (str(one.group_id), one.name)
        for one in groups
        if identity.role is Role.DIRECTOR or one.group_id in identity.group_ids
    ]
    for_school = (
        identity.role is Role.DIRECTOR and one_of(states, goal_id).goal.measure is not Measure.EVIDENCE_GROUPS
    )
    return [(WHOLE_SCHOOL, _("The whole school") if for_school else _("Choose a group")), *mine]


def year_words(today: date) -> str:
    """Name a school year by its two calendar years."""
    year = school_year(today)
    return f"{year}–{year + 1}"


def _word(progress: Progress) -> str:
    return {
        Progress.MET: _("Met"),
        Progress.MET_LATE: _("Met, after the date"),
        Progress.ON_TRACK: _("There is time"),
        Progress.DUE_SOON: _("Due soon"),
        Progress.LATE: _("Late"),
    }[progress]


def _may_withdraw(evidence: Evidence, identity: Identity) -> bool:
    return identity.role is Role.DIRECTOR or evidence.noted_by_id == identity.person_id
