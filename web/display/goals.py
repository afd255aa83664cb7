"""How goals are shown wherever they stand: each with its state in words, as a card or as small as a cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from course.calendar import school_year
from course.goals.pages import Progress
from course.goals.permissions import may_withdraw
from course.norms.version_key import slug_of
from web.display.dates import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from course.curriculum.model import Goal
    from course.goals.pages import Evidence, GoalState, GroupShare
    from course.norms.model import Protocol
    from course.people.actor import Actor

SIGNS = {
    Progress.MET: "met",
    Progress.MET_LATE: "met",
    Progress.ON_TRACK: "on-track",
    Progress.DUE_SOON: "due",
    Progress.LATE: "late",
}
"""The design system's names of the states, each with a sign and a colour."""
WORDS = {
    Progress.MET: _l("Met"),
    Progress.MET_LATE: _l("Met, after the date"),
    Progress.ON_TRACK: _l("There is time"),
    Progress.DUE_SOON: _l("Due soon"),
    Progress.LATE: _l("Late"),
}
"""Each looked up when it is said: an officer reads two hundred of them."""


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
    name: str
    """What people call it, e.g. "Goal 1"."""
    sign: str
    word: str
    due: str
    count: str
    measured: str
    """What is counted, e.g. "groups"."""
    countable: bool
    """Whether there is anything to count: no goal is asked of the groups of a school that has none."""
    entries: tuple[Entry, ...]
    waiting: tuple[GroupShare, ...]
    """Groups that don't do their part yet."""
    reference: str
    """The article that sets the goal; empty at a school that goes by another protocol, to which it says nothing."""


@dataclass(frozen=True, slots=True)
class GoalsView:
    """All goals of a school."""

    cards: tuple[GoalCard, ...]
    met: int
    year: str


def goals_view(
    states: Sequence[GoalState], protocol: Protocol | None, actor: Actor, today: date
) -> GoalsView:
    """Show every goal with its state: what is left to do first, by its date, so that what is late stands on top.

    `protocol` is the school's; None where the course does not have it.
    """
    ordered = sorted(states, key=lambda one: (one.progress.is_met, one.due))
    cards = tuple(goal_card(state, protocol, actor) for state in ordered)
    return GoalsView(cards, sum(one.state.progress.is_met for one in cards), year_words(today))


def goal_card(state: GoalState, protocol: Protocol | None, actor: Actor) -> GoalCard:
    """Put one goal in words."""
    return GoalCard(
        state=state,
        name=_("Goal %(number)s", number=state.number),
        sign=SIGNS[state.progress],
        word=progress_word(state.progress),
        due=day_words(state.due),
        measured=_("Groups") if state.goal.measure.counts_groups else _("Pieces of evidence"),
        count=_count(state),
        countable=_is_countable(state),
        entries=tuple(
            Entry(one, day_words(one.happened_on), may_withdraw(actor, one)) for one in state.evidence
        ),
        waiting=tuple(one for one in state.groups if not one.is_met),
        reference=_reference(state.goal, protocol),
    )


@dataclass(frozen=True, slots=True)
class GoalHead:
    """What one goal asks, for who reads it beside its signs."""

    name: str
    goal: Goal
    due: str


@dataclass(frozen=True, slots=True)
class GoalSign:
    """How one school stands with one goal, as small as a cell of a table."""

    sign: str
    word: str
    count: str
    countable: bool


def goal_heads(states: Sequence[GoalState]) -> tuple[GoalHead, ...]:
    """Name the goals in their own order, with what each asks and until when."""
    return tuple(
        GoalHead(_("Goal %(number)s", number=one.number), one.goal, day_words(one.due)) for one in states
    )


def goal_sign(state: GoalState) -> GoalSign:
    """Show how a school stands with one goal."""
    return GoalSign(
        sign=SIGNS[state.progress],
        word=progress_word(state.progress),
        count=_count(state),
        countable=_is_countable(state),
    )


def _count(state: GoalState) -> str:
    """Tell how many there are of how many; where there are more than a goal asks, what it asks stands apart."""
    if state.count > state.target:
        return _("%(count)s, asked %(total)s", count=state.count, total=state.target)
    return _("%(count)s of %(total)s", count=state.count, total=state.target)


def year_words(today: date) -> str:
    """Name a school year by its two calendar years."""
    year = school_year(today)
    return f"{year}–{year + 1}"


def progress_word(progress: Progress) -> str:
    """Say how a school stands with a goal."""
    return str(WORDS[progress])


def _reference(goal: Goal, protocol: Protocol | None) -> str:
    article = (
        protocol.articles.get(goal.article) if protocol and slug_of(protocol.id) == goal.protocol else None
    )
    if protocol is None or article is None:
        return ""
    if not article.number:
        return str(_("From the protocol of %(name)s", name=protocol.name))
    return str(_("%(protocol)s, article %(article)s", protocol=protocol.name, article=article.number))


def _is_countable(state: GoalState) -> bool:
    return bool(state.asked) or not state.goal.measure.counts_groups
