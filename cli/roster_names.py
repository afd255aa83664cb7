"""Who it is that a roster is about, by name: what the page shows below its counts, under the same headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.rosters.difference import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.rosters.difference import Difference, PupilChange

HEADINGS = {
    "new_groups": told("New groups"),
    "renamed_groups": told("Groups with another name"),
    "new": told("New pupils"),
    "back": told("Pupils who come back"),
    "moved": told("Pupils who go to another group"),
    "changed": told("Pupils with another name or year"),
    "gone": told("Pupils who are gone"),
    "new_staff": told("New staff"),
    "changed_staff": told("Staff with changes"),
    "gone_staff": told("Staff who are gone"),
}


def names_in(found: Difference) -> Mapping[str, list[str]]:
    """Give the names under each heading of `HEADINGS`; one under which nobody stands is left out."""
    groups = {one.key: one.name for one in found.groups}
    staff = [one for one in found.staff if one.changes]
    pupils = {
        change.value: [_pupil(one, groups) for one in found.pupils_by(change)]
        for change in (Change.NEW, Change.BACK, Change.MOVED, Change.CHANGED)
    }
    every = {
        "new_groups": [one.name for one in found.groups if one.group_id is None],
        "renamed_groups": [
            f"{one.old_name} → {one.name}"
            for one in found.groups
            if one.group_id and one.old_name != one.name
        ],
        **pupils,
        "gone": [one.name for one in found.gone_pupils],
        "new_staff": [one.name for one in staff if one.is_new],
        "changed_staff": [one.name for one in staff if not one.is_new],
        "gone_staff": [one.name for one in found.gone_staff],
    }
    return {heading: names for heading, names in every.items() if names}


def lines_of(names: Mapping[str, list[str]]) -> Iterator[str]:
    """Write each heading, and the names below it."""
    for heading, under in names.items():
        yield HEADINGS[heading]
        yield from (f"  {name}" for name in under)


def _pupil(one: PupilChange, groups: Mapping[str, str]) -> str:
    was = f"{one.old_name} → " if one.old_name and one.old_name != one.name else ""
    into = ", ".join(groups[key] for key in one.groups) or "-"
    is_older = one.change is Change.CHANGED and one.old_year_group != one.year_group
    year = f" {one.old_year_group or '-'} → {one.year_group or '-'}" if is_older else ""
    return f"{was}{one.name} ({into}){year}"
