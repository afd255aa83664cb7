"""What asks an officer's attention now: schools that have not begun, goals past their date, protocols below the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from course.goals.pages import Progress
from web.display.attention import Matter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.figures.pages import BoardPage, SchoolRow
    from course.goals.pages import GoalState


def attention(page: BoardPage, goals: Mapping[int, Sequence[GoalState]], reports: int) -> tuple[Matter, ...]:
    """List it; `goals` are by school, `reports` how many readers said that something is wrong.

    Of a school or team too small to be counted nothing is said.
    """
    said = (
        _of_rules(page),
        _of_schools(page),
        _of_no_goals(page, goals),
        *_of_goals(page, goals),
        _of_law(page),
        _of_reports(reports),
    )
    return tuple(one for one in said if one is not None)


def _of_schools(page: BoardPage) -> Matter | None:
    waiting = [one for one in page.schools if _has_not_begun(one)]
    if not waiting:
        return None
    if len(waiting) == 1:
        return Matter(_("%(school)s has not begun yet.", school=waiting[0].school.name), _to(waiting[0]))
    words = _("%(count)s schools have not begun yet.", count=len(waiting))
    return Matter(words, url_for("board.schools", _anchor="completed"))


def _of_rules(page: BoardPage) -> Matter | None:
    """Schools without rules in the course, where nobody can learn: that can't wait."""
    without = [one for one in page.schools if one.gaps is None]
    if not without:
        return None
    if len(without) == 1:
        words = _("%(school)s can't go on: its protocol is not in the course.", school=without[0].school.name)
    else:
        words = _("%(count)s schools can't go on: their protocols are not in the course.", count=len(without))
    return Matter(words, url_for("board.schools", _anchor="without-rules"))


def _of_no_goals(page: BoardPage, goals: Mapping[int, Sequence[GoalState]]) -> Matter | None:
    if not page.schools or any(goals.values()):
        return None
    return Matter(_("Your board asks nothing of its schools yet: adopt goals."), url_for("board_goals.goals"))


def _has_not_begun(row: SchoolRow) -> bool:
    told = [one for one in row.cells if one.learners and not one.begun.suppressed]
    return bool(told) and not any(one.begun.value for one in told)


def _of_goals(page: BoardPage, goals: Mapping[int, Sequence[GoalState]]) -> list[Matter]:
    """One line for each goal that is late somewhere, by its number."""
    late: dict[int, list[SchoolRow]] = {}
    for row in page.schools:
        for state in goals.get(row.school.id, ()):
            if state.progress is Progress.LATE:
                late.setdefault(state.number, []).append(row)
    return [_late(number, rows) for number, rows in sorted(late.items())]


def _late(number: int, rows: Sequence[SchoolRow]) -> Matter:
    if len(rows) == 1:
        words = _("Goal %(number)s is late at %(school)s.", number=number, school=rows[0].school.name)
        return Matter(words, _to(rows[0]))
    words = _("Goal %(number)s is late at %(count)s schools.", number=number, count=len(rows))
    return Matter(words, url_for("board.schools", _anchor="goals"))


def _of_law(page: BoardPage) -> Matter | None:
    below = [one for one in page.schools if one.gaps and one.gaps.law]
    if not below:
        return None
    words = ngettext(
        "At %(num)s school the law asks more than the protocol.",
        "At %(num)s schools the law asks more than the protocol.",
        len(below),
    )
    return Matter(words, url_for("board.schools", _anchor="protocols"))


def _of_reports(reports: int) -> Matter | None:
    if not reports:
        return None
    words = ngettext(
        "%(num)s reader says that something in the course is wrong.",
        "%(num)s readers say that something in the course is wrong.",
        reports,
    )
    return Matter(words, url_for("feedback.inbox"))


def _to(row: SchoolRow) -> str:
    return url_for("board.school", school_id=row.school.id)
