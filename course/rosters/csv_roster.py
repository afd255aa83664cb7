"""Makes a roster of a table, once it is known what each column is."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from course.naming import plain_name, split_name
from course.people.roles import Role
from course.rosters.csv_columns import ROLES, Column
from course.rosters.model import (
    Roster,
    RosterGroup,
    RosterKind,
    RosterPupil,
    RosterReading,
    RosterSchool,
    RosterStaff,
)
from course.rosters.problems import N_, RosterProblems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.rosters.csv_table import Row, Table


_SECONDARY = 10
_YEARS = re.compile(r"(?:groep|klas|leerjaar)?\s*(\d{1,2}|[BDSVCNH])", re.IGNORECASE)
_GROUPS = re.compile(r"[,|/]\s+|[|]")
_FORMULA = ("=", "@")


def read_csv_roster(
    table: Table, columns: Mapping[int, Column], school_year: int, problems: RosterProblems | None = None
) -> RosterReading:
    """Make a roster of a table; who has no role by the column for it is a pupil."""
    problems = problems or RosterProblems()
    _check_columns(columns, problems)
    groups: dict[str, RosterGroup] = {}
    years: dict[str, set[str]] = defaultdict(set)
    pupils: list[RosterPupil] = []
    staff: list[RosterStaff] = []
    if not problems.has_errors:
        for row in table.rows:
            said = {column: row.cells[at] for at, column in columns.items() if at < len(row.cells)}
            _check_cells(row, said, problems)
            own = tuple(_groups_of(said, row, groups))
            role = _role(said, row, problems)
            if role is Role.PUPIL:
                pupil = _pupil(said, row, own, problems)
                pupils.append(pupil)
                for key in own:
                    years[key].add(pupil.year_group)
            else:
                staff.append(_member_of_staff(said, row, own, role, problems))
        _check_doubles(pupils, staff, problems)
    named = tuple(_with_year(one, years[one.key]) for one in groups.values())
    roster = Roster(RosterKind.CSV, RosterSchool(""), school_year, named, tuple(pupils), tuple(staff))
    return RosterReading(None if problems.has_errors else roster, problems.told())


def _check_columns(columns: Mapping[int, Column], problems: RosterProblems) -> None:
    held = list(columns.values())
    if len(held) > len(set(held)):
        problems.error(1, N_("Two columns were said to be the same thing."))
    if Column.GIVEN not in held and Column.NAME not in held:
        problems.error(1, N_("Say which column holds the first name."))
    if Column.GROUP not in held:
        problems.error(1, N_("Say which column holds the group."))
    if Column.KEY not in held:
        problems.warn(
            1,
            N_(
                "Without a column of keys, people are known again by their names. Who is renamed then counts as new."
            ),
        )


def _check_cells(row: Row, said: Mapping[Column, str], problems: RosterProblems) -> None:
    if any(cell.startswith(_FORMULA) for cell in said.values()):
        problems.error(row.line, N_("A cell begins like a formula. Write the text itself in it."))


def _groups_of(said: Mapping[Column, str], row: Row, groups: dict[str, RosterGroup]) -> Iterator[str]:
    for part in _GROUPS.split(said.get(Column.GROUP, "")):
        name = plain_name(part)
        if name:
            key = name.casefold()
            groups.setdefault(key, RosterGroup(key, name, line=row.line))
            yield key


def _role(said: Mapping[Column, str], row: Row, problems: RosterProblems) -> Role | None:
    if Column.ROLE not in said or not said[Column.ROLE]:
        return Role.PUPIL
    word = said[Column.ROLE].casefold()
    if word not in ROLES:
        problems.warn(row.line, N_("The course doesn't know this role. Whoever has it is kept without one."))
    return ROLES.get(word)


def _pupil(
    said: Mapping[Column, str], row: Row, groups: tuple[str, ...], problems: RosterProblems
) -> RosterPupil:
    given, particle, surname = _name(said)
    if not given:
        problems.error(row.line, N_("This line has no first name."))
    if not groups:
        problems.warn(row.line, N_("This pupil is in no group."))
    return RosterPupil(
        key=_key(said, given, particle, surname),
        given=given,
        surname=f"{particle} {surname}".strip(),
        year_group=_year(said, row, problems),
        groups=groups,
        eck_id=said.get(Column.ECK_ID, ""),
        line=row.line,
    )


def _member_of_staff(
    said: Mapping[Column, str], row: Row, groups: tuple[str, ...], role: Role | None, problems: RosterProblems
) -> RosterStaff:
    given, particle, surname = _name(said)
    if not given and not surname:
        problems.error(row.line, N_("This line has no name."))
    email = said.get(Column.EMAIL, "").casefold()
    if email and ("@" not in email or " " in email):
        problems.error(row.line, N_("This is no e-mail address."))
    return RosterStaff(
        key=_key(said, given, particle, surname),
        given=given,
        particle=particle,
        surname=surname,
        email=email,
        roles=(role.value,) if role else (),
        groups=groups,
        eck_id=said.get(Column.ECK_ID, ""),
        line=row.line,
    )


def _name(said: Mapping[Column, str]) -> tuple[str, str, str]:
    if said.get(Column.GIVEN):
        parts = (Column.GIVEN, Column.PARTICLE, Column.SURNAME)
        given, particle, surname = (plain_name(said.get(part, "")) for part in parts)
        return given, particle, surname
    return split_name(said.get(Column.NAME, ""))


def _key(said: Mapping[Column, str], given: str, particle: str, surname: str) -> str:
    return said.get(Column.KEY) or "name:" + " ".join(f"{given} {particle} {surname}".casefold().split())


def _year(said: Mapping[Column, str], row: Row, problems: RosterProblems) -> str:
    """Give the code of EDEXML for what a school writes: "groep 7", "7", or year 1 of secondary school, which is 11."""
    secondary = Column.YEAR_OF_SECONDARY in said
    written = said.get(Column.YEAR_OF_SECONDARY) or said.get(Column.YEAR_GROUP) or ""
    if not written:
        return ""
    found = _YEARS.fullmatch(written)
    if not found:
        problems.warn(row.line, N_("The year isn't known here, so this pupil sees no modules yet."))
        return ""
    code = found[1].upper().lstrip("0") or "0"
    if secondary and code.isdigit() and int(code) < _SECONDARY:
        return str(int(code) + _SECONDARY)
    return code


def _with_year(group: RosterGroup, years: set[str]) -> RosterGroup:
    """A group has a year when all its pupils have the same."""
    one = next(iter(years)) if len(years) == 1 else ""
    return RosterGroup(group.key, group.name, one, group.line)


def _check_doubles(pupils: list[RosterPupil], staff: list[RosterStaff], problems: RosterProblems) -> None:
    seen: dict[str, int] = {}
    everybody: list[RosterPupil | RosterStaff] = [*pupils, *staff]
    for one in everybody:
        if one.key in seen:
            message = N_(
                "The same person stands on line %(other)s too. Give each an own key, or take one out."
            )
            problems.error(one.line, message, other=seen[one.key])
        seen[one.key] = one.line
