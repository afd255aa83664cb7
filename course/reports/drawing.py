"""From what a page is given to the table of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.calendar import school_day
from course.learning.pages import State
from course.reading.told import told
from course.reports import columns
from course.reports.table import Across, Hidden, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from course.curriculum.model import Module
    from course.figures.pages import BoardPage, Completion, GroupPage, PersonRow, SchoolPage, StaffPage
    from course.norms.model import Protocol
    from course.reports.table import Value
    from course.rulebooks.attesting import Signers

PUPILS, TEAM, ALL_GROUPS = told("Pupils"), told("Team"), told("All groups")
STATES = {
    State.NOT_BEGUN: told("Not begun"),
    State.BUSY: told("Busy"),
    State.STUCK: told("Stuck"),
    State.DONE: told("Done"),
}
OF_TODAY = told(
    "Counted are those who are there today. What somebody did counts whenever and in whatever group it was done."
)
SMALL = told("Of fewer than five no number is told, for it could name somebody.")
LEFT_OUT = told("Groups of fewer than five are in no sum.")
BY_NAME = told(
    "This tells of people by name: keep it where others can't read it, and no longer than you need it."
)
OF, QUIZ = told("of %(value)s", value=""), told("quiz %(value)s%%", value="")
"""Beside a cell, with a value of their own in each."""
_COUNTED = Across(("group",), "module", "done", "people", OF)


def group_table(page: GroupPage, locale: str, now: datetime) -> Table:
    """Tell of a teacher's own group, by name."""
    rows = (row for one in page.pupils for row in person_rows(one, page.modules, locale))
    return Table(
        "group",
        page.group.name,
        (columns.NAME, columns.MODULE, columns.STATE, columns.BEST, columns.LAST),
        tuple(rows),
        Across(("name",), "module", "state", "best", QUIZ),
        (BY_NAME,),
        now,
    )


def staff_table(page: StaffPage, signers: Signers, school: str, locale: str, now: datetime) -> Table:
    """Tell of a school's team by name: the training, and who confirmed the protocol."""
    signed = {one.person_id: one.signed_at for one in signers.people}
    rows = (
        (name, day_of(signed.get(one.person_id)), module, state, last)
        for one in page.staff
        for name, module, state, _best, last in person_rows(one, page.modules, locale)
    )
    return Table(
        "staff",
        told("Team of %(school)s", school=school),
        (columns.NAME, columns.CONFIRMED, columns.MODULE, columns.STATE, columns.LAST),
        tuple(rows),
        Across(("name", "confirmed"), "module", "state"),
        (BY_NAME,),
        now,
    )


def school_table(page: SchoolPage, locale: str, now: datetime) -> Table:
    """Tell of a school: groups and team as counts."""
    rows: list[tuple[Value, ...]] = []
    for group in page.groups:
        rows += count_rows((group.name,), PUPILS, group.cells, locale)
    rows += count_rows((ALL_GROUPS,), PUPILS, page.totals, locale)
    rows += count_rows((TEAM,), TEAM, page.staff_totals, locale)
    return Table(
        "school",
        page.school.name,
        (columns.GROUP, columns.MODULE, columns.FOR, *columns.COUNTS),
        tuple(rows),
        _COUNTED,
        (OF_TODAY, SMALL, LEFT_OUT),
        now,
    )


def board_table(page: BoardPage, protocols: Mapping[str, Protocol], locale: str, now: datetime) -> Table:
    """Tell of a board's schools as counts."""
    rows: list[tuple[Value, ...]] = []
    for one in page.schools:
        known = protocols.get(one.school.protocol)
        left = (one.school.name, known.name if known else one.school.protocol)
        rows += count_rows(left, PUPILS, one.cells, locale)
        rows += count_rows(left, TEAM, one.staff_cells, locale)
    return Table(
        "board",
        page.board_name,
        (columns.SCHOOL, columns.PROTOCOL, columns.MODULE, columns.FOR, *columns.COUNTS),
        tuple(rows),
        Across(("school",), "module", "done", "people", _COUNTED.words),
        (OF_TODAY, SMALL, LEFT_OUT),
        now,
    )


def person_rows(person: PersonRow, modules: Sequence[Module], locale: str) -> Iterator[tuple[Value, ...]]:
    """Give a row for each module that is meant for somebody."""
    for module, cell in zip(modules, person.cells, strict=True):
        if cell is not None:
            words = module.words.for_locale(locale)
            yield person.name, words, STATES[cell.state], cell.best, day_of(cell.touched_at)


def count_rows(
    left: tuple[Value, ...], whose: str, cells: Sequence[Completion | None], locale: str
) -> Iterator[tuple[Value, ...]]:
    """Give a row for each module that is meant for somebody of those who are counted."""
    for one in cells:
        if one is not None and one.learners:
            yield *left, one.module.words.for_locale(locale), whose, *_told(one)


def _told(one: Completion) -> tuple[Value, ...]:
    begun, done = one.begun.value, one.completed.value
    if begun is None or done is None:
        return one.learners, Hidden.FEW, Hidden.FEW, Hidden.FEW, Hidden.FEW
    return one.learners, one.learners - begun, begun - done, done, one.percent


def day_of(moment: datetime | None) -> Value:
    """Give the day of a moment, where there was one."""
    return school_day(moment) if moment else None
