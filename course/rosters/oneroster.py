"""Reads OneRoster 1.1 and 1.2: a zip with one CSV file for each kind of thing (1EdTech, OneRoster CSV binding).

Of `users.csv` only the name, the address of staff, the year and the key are read; birth dates and the like stay in the zip.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from course.naming import plain_name, split_name
from course.people.roles import Role
from course.rosters.csv_table import read_table
from course.rosters.model import (
    Roster,
    RosterGroup,
    RosterKind,
    RosterPupil,
    RosterReading,
    RosterSchool,
    RosterStaff,
)
from course.rosters.problems import N_, NotARoster, RosterProblems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_PACKED = 16 * 1024 * 1024
MOST_UNPACKED = 64 * 1024 * 1024
MOST_FILES = 40

ROLES: Mapping[str, Role] = {
    "teacher": Role.TEACHER,
    "counselor": Role.COACH,
    "principal": Role.DIRECTOR,
}
"""OneRoster's words for what somebody is; who has none of them has no part in the course. `student` is a pupil."""

_GONE = "tobedeleted"

Record = dict[str, str]


def read_oneroster(content: bytes) -> RosterReading:
    """Read a file; what is wrong with it is told, and a file with an error gives no roster."""
    problems = RosterProblems()
    try:
        files = _unpacked(content, problems)
        roster = _roster(files, problems)
    except NotARoster:
        roster = None
    return RosterReading(None if problems.has_errors else roster, problems.told())


def _unpacked(content: bytes, problems: RosterProblems) -> dict[str, list[Record]]:
    """Unpack the files that are read, never more of them than was promised: a zip can lie about its size."""
    if len(content) > MOST_PACKED:
        raise problems.refuse(0, N_("The file is larger than %(most)s MB."), most=MOST_PACKED >> 20)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_FILES:
                raise problems.refuse(
                    0, N_("There are more than %(most)s files in the zip."), most=MOST_FILES
                )
            return dict(_read(archive, problems))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise problems.refuse(
            0, N_("The zip can't be opened. It may be cut off, or have a password.")
        ) from None


def _read(archive: zipfile.ZipFile, problems: RosterProblems) -> Iterator[tuple[str, list[Record]]]:
    left = MOST_UNPACKED
    wanted = {"orgs", "users", "classes", "enrollments", "academicsessions", "roles"}
    for member in archive.infolist():
        name = member.filename.rpartition("/")[2].removesuffix(".csv").casefold()
        if name not in wanted or not member.filename.casefold().endswith(".csv"):
            continue
        with archive.open(member) as packed:
            content = packed.read(left + 1)
        left -= len(content)
        if left < 0:
            raise problems.refuse(
                0, N_("Unpacked, the file is larger than %(most)s MB."), most=MOST_UNPACKED >> 20
            )
        if content.count(b"\n") < 2 and content.rstrip().count(b"\n") < 1:  # noqa: PLR2004 - a header and nothing below it
            yield name, []
            continue
        table = read_table(content, problems)
        yield (
            name,
            [dict(zip(table.header, row.cells, strict=True)) | {"line": str(row.line)} for row in table.rows],
        )


def _roster(files: Mapping[str, list[Record]], problems: RosterProblems) -> Roster:
    for needed in ("orgs", "users", "classes", "enrollments"):
        if needed not in files:
            raise problems.refuse(0, N_("%(file)s.csv isn't in the zip."), file=needed)
    here = {name: [one for one in records if _present(one)] for name, records in files.items()}
    school = _school(here["orgs"], problems)
    groups = tuple(_groups(here["classes"], problems))
    known = {one.key for one in groups}
    members: dict[str, list[str]] = {}
    for one in here["enrollments"]:
        if one.get("classSourcedId") in known:
            members.setdefault(one.get("userSourcedId", ""), []).append(one["classSourcedId"])
    roles: dict[str, set[str]] = {}
    for one in here.get("roles", []):
        roles.setdefault(one.get("userSourcedId", ""), set()).add(one.get("role", "").casefold())
    pupils, staff = _people(here["users"], members, roles, problems)
    return Roster(RosterKind.ONEROSTER, school, _school_year(here, problems), groups, pupils, staff)


def _present(one: Record) -> bool:
    return one.get("status", "").casefold() != _GONE and one.get("enabledUser", "").casefold() != "false"


def _school(orgs: list[Record], problems: RosterProblems) -> RosterSchool:
    schools = [one for one in orgs if one.get("type", "").casefold() == "school"]
    if len(schools) != 1:
        raise problems.refuse(
            0, N_("The file holds %(count)s schools. Export one file for each school."), count=len(schools)
        )
    return RosterSchool(
        schools[0].get("identifier") or schools[0].get("sourcedId", ""),
        plain_name(schools[0].get("name", "")),
    )


def _school_year(here: Mapping[str, list[Record]], problems: RosterProblems) -> int:
    """OneRoster names a school year by the calendar year in which it ends."""
    years = {
        one.get("schoolYear", "")
        for one in here.get("academicsessions", [])
        if one.get("schoolYear", "").isdigit()
    }
    if not years:
        raise problems.refuse(
            0, N_("The file doesn't say of which school year it is (academicSessions.csv).")
        )
    return max(int(year) for year in years) - 1


def _groups(classes: list[Record], problems: RosterProblems) -> Iterator[RosterGroup]:
    """Take the home rooms; a school that has none has only lessons, and then those are its groups."""
    rooms = [one for one in classes if one.get("classType", "").casefold() == "homeroom"] or classes
    seen: set[str] = set()
    for one in rooms:
        key, line = one.get("sourcedId", ""), int(one["line"])
        if key in seen:
            problems.error(line, N_("Two classes have the same key."))
        seen.add(key)
        name = plain_name(one.get("title", "") or one.get("classCode", ""))
        if not key or not name:
            problems.error(line, N_("This class has no key or no name."))
        yield RosterGroup(key, name, _grade(one.get("grades", "")), line)


def _people(
    users: list[Record],
    members: Mapping[str, list[str]],
    roles: Mapping[str, set[str]],
    problems: RosterProblems,
) -> tuple[tuple[RosterPupil, ...], tuple[RosterStaff, ...]]:
    pupils: list[RosterPupil] = []
    staff: list[RosterStaff] = []
    seen: set[str] = set()
    for one in users:
        key, line = one.get("sourcedId", ""), int(one["line"])
        own = roles.get(key, set()) | {one.get("role", "").casefold()} - {""}
        groups = tuple(dict.fromkeys(members.get(key, [])))
        given = plain_name(
            one.get("preferredGivenName") or one.get("preferredFirstName") or one.get("givenName", "")
        )
        parts = split_name(f"{given or '-'} {one.get('familyName', '')}")
        if not key or not (given or parts.surname):
            problems.error(line, N_("This person has no key or no name."))
        if key in seen:
            problems.error(line, N_("Two people have the same key."))
        seen.add(key)
        if "student" in own:
            surname = f"{parts.particle} {parts.surname}".strip()
            year = _grade(one.get("grades", ""))
            pupils.append(RosterPupil(key, given or parts.surname, surname, year, groups, line=line))
        else:
            known = tuple(dict.fromkeys(ROLES[role].value for role in sorted(own) if role in ROLES))
            email = one.get("email", "").casefold()
            staff.append(
                RosterStaff(key, given, parts.particle, parts.surname, email, known, groups, line=line)
            )
    return tuple(pupils), tuple(staff)


def _grade(written: str) -> str:
    """Give the year as EDEXML has it; a Dutch export writes those codes, with a zero in front of the lower ones."""
    first = written.partition(",")[0].strip().upper()
    return first.lstrip("0") or ("0" if first else "")
