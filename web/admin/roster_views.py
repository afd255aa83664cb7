"""What the pages of a roster are given: problems by line, columns to be named, and what would change in words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import ngettext

from course.people.roles import Role
from course.rosters.cautions import Caution
from course.rosters.csv_columns import Column
from course.rosters.difference import Change
from course.rosters.model import RosterKind
from web.display.roles import role_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.people.access import School
    from course.rosters.difference import Difference, PupilChange
    from course.rosters.imports import Waiting
    from course.rosters.model import RosterProblem

MOST_NAMES = 200
"""Of one kind of change; who reads more than these looks into the file."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem as it is read."""

    where: str
    words: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column, and what it is taken for."""

    name: str
    field: str
    chosen: str


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """The columns of a CSV file, each to be named or left alone."""

    mark: str
    lines: tuple[ColumnLine, ...]
    kinds: tuple[tuple[str, str], ...]
    slips: tuple[ProblemLine, ...]


@dataclass(frozen=True, slots=True)
class UploadView:
    """The page on which a file is chosen."""

    school: School
    lacks_file: bool = False
    problems: tuple[ProblemLine, ...] = ()
    columns: ColumnsView | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Who changes in one way."""

    title: str
    explanation: str
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What a roster would change."""

    school: School
    import_id: int
    fingerprint: str
    from_file: str
    groups: int
    counts: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    problems: tuple[ProblemLine, ...]
    cautions: tuple[str, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far a roster is that is being written."""

    school: School
    import_id: int
    done: int
    everybody: int


def problem_lines(problems: Sequence[RosterProblem]) -> tuple[ProblemLine, ...]:
    """Tell problems by line, in the reader's language."""
    return tuple(
        ProblemLine(
            _("Line %(line)s", line=one.line) if one.line else _("The whole file"),
            _(one.message, **dict(one.values)),
            one.is_error,
        )
        for one in problems
    )


def mark_of(header: Sequence[str]) -> str:
    """Mark a header, so that what was said of one file's columns is never taken for another's."""
    return hashlib.sha256("\n".join(header).encode()).hexdigest()[:32]


def columns_view(
    header: Sequence[str], columns: Mapping[int, Column], slips: Sequence[RosterProblem] = ()
) -> ColumnsView:
    """Show each column with what it is taken for."""
    lines = tuple(
        ColumnLine(name or _("Column %(number)s", number=at + 1), f"column-{at}", columns.get(at, ""))
        for at, name in enumerate(header)
    )
    return ColumnsView(mark_of(header), lines, _kinds(), problem_lines(slips))


def preview_view(school: School, waiting: Waiting, told: Sequence[Caution]) -> PreviewView:
    """Put a difference in words."""
    found = waiting.found
    counts = found.counts
    named = (
        (_("new"), counts["new"]),
        (_("back again"), counts["back"]),
        (_("to another group"), counts["moved"]),
        (_("name or year changed"), counts["changed"]),
        (_("the same"), counts["same"]),
        (_("gone"), counts["gone"]),
    )
    return PreviewView(
        school=school,
        import_id=waiting.id,
        fingerprint=waiting.fingerprint,
        from_file=_from_file(waiting),
        groups=len(found.groups),
        counts=named,
        sections=tuple(one for one in _sections(found) if one.names),
        problems=problem_lines(waiting.problems),
        cautions=tuple(_caution(one, found) for one in told),
        is_empty=found.is_empty,
    )


def _from_file(waiting: Waiting) -> str:
    kind = {RosterKind.EDEXML: "EDEXML", RosterKind.CSV: "CSV", RosterKind.ONEROSTER: "OneRoster"}
    roster = waiting.roster
    year = f"{roster.school_year}-{roster.school_year + 1}"
    name = roster.school.name or roster.school.key
    if name:
        return _("%(kind)s of %(school)s, %(year)s", kind=kind[roster.kind], school=name, year=year)
    return _("%(kind)s, %(year)s", kind=kind[roster.kind], year=year)


def _caution(one: Caution, found: Difference) -> str:
    if one is Caution.MOST_GONE:
        return ngettext(
            "%(num)s pupil would be taken out, more than stay. Was the file cut off, or is it of a part of the school?",
            "%(num)s pupils would be taken out, more than stay. Was the file cut off, or is it of a part of the school?",
            len(found.gone_pupils),
        )
    return _("This file names another school than the file before. Is it of this school?")


def _sections(found: Difference) -> tuple[Section, ...]:
    names = {one.key: one.name for one in found.groups}

    def pupils(title: str, words: str, change: Change) -> Section:
        return _section(title, words, [_pupil(one, names) for one in found.pupils_by(change)])

    new_groups = [one.name for one in found.groups if one.group_id is None]
    renamed = [
        f"{one.old_name} → {one.name}" for one in found.groups if one.group_id and one.old_name != one.name
    ]
    gone = [one.name for one in found.gone_pupils]
    return (
        _section(_("New groups"), "", new_groups),
        _section(_("Groups with another name"), "", renamed),
        pupils(_("New pupils"), _("They still need a card to sign in with."), Change.NEW),
        pupils(_("Pupils who come back"), _("With what they had learned."), Change.BACK),
        pupils(_("Pupils who go to another group"), _("What they learned goes with them."), Change.MOVED),
        pupils(_("Pupils with another name or year"), "", Change.CHANGED),
        _section(
            _("Pupils who are gone"),
            _("They can't sign in any more. What they learned is kept until the retention date."),
            gone,
        ),
        _section(_("New staff"), _("They still need an invitation."), _staff(found, is_new=True)),
        _section(_("Staff with changes"), "", _staff(found, is_new=False)),
        _section(
            _("Staff without a part in the course"),
            _("Nothing is done for them. You can give a role by hand."),
            [one.name for one in found.staff if not one.has_part and one.person_id is None],
        ),
        _section(
            _("Staff who are gone"),
            _("Their roles at this school end."),
            [one.name for one in found.gone_staff],
        ),
    )


def _section(title: str, words: str, names: Sequence[str]) -> Section:
    return Section(title, words, tuple(names[:MOST_NAMES]), max(0, len(names) - MOST_NAMES))


def _pupil(one: PupilChange, names: Mapping[str, str]) -> str:
    groups = ", ".join(names[key] for key in one.groups) or _("no group")
    told = f"{one.name} ({groups})"
    if one.old_name and one.old_name != one.name:
        told = f"{one.old_name} → {told}"
    if one.change is Change.CHANGED and one.old_year_group != one.year_group:
        told += " " + _("year %(old)s → %(new)s", old=one.old_year_group or "–", new=one.year_group or "–")
    return told


def _staff(found: Difference, *, is_new: bool) -> list[str]:
    names = {one.key: one.name for one in found.groups}
    told = []
    for one in found.staff:
        if one.is_new is not is_new or not one.changes:
            continue
        roles = [role_name(Role(role)) for role in one.new_roles]
        groups = [names[key] for key, _role in one.joins]
        more = ", ".join([*roles, *groups])
        told.append(f"{one.name} ({more})" if more else one.name)
    return told


def _kinds() -> tuple[tuple[str, str], ...]:
    """What a column can be, in the order of a list."""
    words = {
        Column.KEY: _("Number or key in the administration"),
        Column.ECK_ID: _("ECK iD"),
        Column.GIVEN: _("First name (roepnaam)"),
        Column.PARTICLE: _("Small words of the surname"),
        Column.SURNAME: _("Surname"),
        Column.NAME: _("Whole name in one"),
        Column.GROUP: _("Group or class"),
        Column.YEAR_GROUP: _("Year of primary school (1 to 8)"),
        Column.YEAR_OF_SECONDARY: _("Year of secondary school (1 to 6)"),
        Column.ROLE: _("Role"),
        Column.EMAIL: _("E-mail address (staff)"),
    }
    return (("", _("Leave this column out")), *((one.value, words[one]) for one in Column))
