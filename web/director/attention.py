"""What asks a director's attention now: the group that is furthest behind, the next goal, the team, the law, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from course.bounded_cache import BoundedCache
from course.goals.pages import Progress
from web.display.attention import Matter
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.figures.pages import Completion, GroupRow, SchoolPage
    from web.display.goals import GoalCard

FEW = 4
"""Few of a group have completed a module while it is fewer than one in so many, of the module that it is furthest with."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What a school keeps up itself; as it stands here, nothing of it asks attention."""

    unconfirmed: int = 0
    """How many of the team have the protocol still to confirm."""
    has_contacts: bool = True
    overdue_since: str = ""
    """The day on which the protocol was to be looked at again; empty while it has not passed."""


NOTHING = Upkeep()


def attention(page: SchoolPage, goals: Sequence[GoalCard], upkeep: Upkeep = NOTHING) -> tuple[Matter, ...]:
    """List it, what can wait least first; nothing where nothing does.

    `goals` come in the order in which a page shows them: the next one first. Of a group too small to be counted nothing
    is said.
    """
    said = (
        _of_groups(page),
        _of_goals(goals),
        _of_team(page),
        _of_signers(upkeep.unconfirmed),
        _of_contacts(page, upkeep),
        _of_review(upkeep),
        _of_law(page),
    )
    return tuple(one for one in said if one is not None)


MOST = 32
"""Schools as they stood at some moment, of which what is said of the groups is kept."""
_said_of_groups = BoundedCache[tuple[Matter | None]](MOST)


def _of_groups(page: SchoolPage) -> Matter | None:
    everybody = url_for("director.school", _anchor="groups")
    key = (locale_code(), everybody, page.counters, page.modules)
    if (known := _said_of_groups.get(key)) is None:
        known = _said_of_groups.put(key, (_furthest_behind(page.groups, everybody),))
    return known[0]


def _furthest_behind(groups: Sequence[GroupRow], everybody: str) -> Matter | None:
    if not groups:
        return Matter(_("There are no groups in this school year yet."), everybody)
    furthest = [(group, cell) for group in groups if (cell := _furthest(group.cells)) is not None]
    waiting = [group for group, cell in furthest if not cell.begun.value]
    if len(waiting) == 1:
        return Matter(_("%(group)s has not begun yet.", group=waiting[0].name), _to(waiting[0]))
    if waiting:
        return Matter(_("%(count)s groups have not begun yet.", count=len(waiting)), everybody)
    few = sorted(
        ((group, cell) for group, cell in furthest if (cell.completed.value or 0) * FEW < cell.learners),
        key=lambda one: (one[1].completed.value or 0) / one[1].learners,
    )
    if not few:
        return None
    group, cell = few[0]
    if len(few) == 1:
        return Matter(_few_are_done(group.name, cell), _to(group))
    words = _(
        "%(count)s groups have no module that a quarter completed; %(group)s is furthest behind (%(done)s of %(total)s).",
        count=len(few),
        group=group.name,
        done=cell.completed.value or 0,
        total=cell.learners,
    )
    return Matter(words, everybody)


def _few_are_done(group: str, cell: Completion) -> str:
    """Name the module, for pupils of one group may each have completed another."""
    done = cell.completed.value or 0
    if not done:
        return _("Nobody of %(group)s has completed a module yet.", group=group)
    return ngettext(
        "In %(group)s %(num)s of %(total)s has completed ‘%(module)s’.",
        "In %(group)s %(num)s of %(total)s have completed ‘%(module)s’.",
        done,
        group=group,
        total=cell.learners,
        module=cell.module.words.for_locale(locale_code()),
    )


def _to(group: GroupRow) -> str:
    return url_for("director.group", group_id=group.group_id)


def _furthest(cells: Iterable[Completion | None]) -> Completion | None:
    """Find the module that a group is furthest with; None where there is nothing that may be told."""
    told = [one for one in cells if one is not None and one.learners and not one.completed.suppressed]
    return max(told, key=lambda one: (one.completed.value or 0, one.begun.value or 0), default=None)


def _of_goals(goals: Sequence[GoalCard]) -> Matter | None:
    to_do = [one for one in goals if one.countable and not one.state.progress.is_met]
    late = [one for one in to_do if one.state.progress is Progress.LATE]
    if len(late) == 1:
        return _of(late[0], _("%(goal)s is past its date (%(day)s).", goal=late[0].name, day=late[0].due))
    if late:
        return Matter(_("%(count)s goals are past their date.", count=len(late)), url_for("goals.goals"))
    if not to_do:
        return None
    following = to_do[0]
    left = following.state.target - following.state.count
    told = {"goal": following.name, "day": following.due}
    if following.state.asked:
        words = ngettext(
            "%(goal)s by %(day)s: %(num)s group to go.",
            "%(goal)s by %(day)s: %(num)s groups to go.",
            left,
            **told,
        )
    else:
        words = ngettext(
            "%(goal)s by %(day)s: %(num)s piece of evidence to go.",
            "%(goal)s by %(day)s: %(num)s pieces of evidence to go.",
            left,
            **told,
        )
    return _of(following, words)


def _of(goal: GoalCard, words: str) -> Matter:
    return Matter(words, url_for("goals.goal", goal=goal.state.goal.id))


def _of_team(page: SchoolPage) -> Matter | None:
    left = page.staff - page.staff_done
    if not left or not page.staff_totals:
        return None
    words = ngettext(
        "%(num)s colleague still has some training to do.",
        "%(num)s colleagues still have some training to do.",
        left,
    )
    return Matter(words, url_for("director.staff"))


def _of_signers(missing: int) -> Matter | None:
    if not missing:
        return None
    words = ngettext(
        "%(num)s colleague still has the protocol to confirm.",
        "%(num)s colleagues still have the protocol to confirm.",
        missing,
    )
    return Matter(words, url_for("attestation.team"))


def _of_contacts(page: SchoolPage, upkeep: Upkeep) -> Matter | None:
    if upkeep.has_contacts:
        return None
    words = _("Pupils can't see yet whom they can turn to at your school.")
    return Matter(words, url_for("contacts.keep", school_id=page.school.id))


def _of_review(upkeep: Upkeep) -> Matter | None:
    if not upkeep.overdue_since:
        return None
    words = _("Your protocol was to be looked at again on %(day)s.", day=upkeep.overdue_since)
    return Matter(words, url_for("protocols.overview"))


def _of_law(page: SchoolPage) -> Matter | None:
    if page.gaps is None or not page.gaps.law:
        return None
    words = ngettext(
        "At %(num)s point the law asks more than your protocol.",
        "At %(num)s points the law asks more than your protocol.",
        page.gaps.law,
    )
    return Matter(words, url_for("director.gaps"))
