"""Somebody is asked to look twice where a file would take most pupils out, or is of another school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.journal.journal import Origin
from course.rosters import imports
from course.rosters.cautions import Caution, cautions
from tests.builders import NOW, a_school
from tests.rosters.rosters import a_roster

if TYPE_CHECKING:
    from course.store.store import Store

WHOLE = a_roster({str(number): (f"Kind {number}", "7A") for number in range(12)})
HALF = a_roster({str(number): (f"Kind {number}", "7A") for number in range(6)})
FEW = a_roster({str(number): (f"Kind {number}", "7A") for number in range(5)})


def test_a_file_that_takes_most_pupils_out_asks_twice(store: Store) -> None:
    school = a_school(store)
    first = imports.prepare(store, school, WHOLE, None, NOW)
    assert cautions(WHOLE, first.found, "") == ()
    imports.confirm(store, school, first.id, first.fingerprint, Origin(NOW))
    assert cautions(HALF, imports.prepare(store, school, HALF, None, NOW).found, "99ZZ00") == ()
    found = imports.prepare(store, school, FEW, None, NOW).found
    assert cautions(FEW, found, "99ZZ00") == (Caution.MOST_GONE,)


def test_a_file_that_names_another_school_asks_twice(store: Store) -> None:
    school = a_school(store)
    found = imports.prepare(store, school, WHOLE, None, NOW).found
    assert cautions(WHOLE, found, "99ZZ00") == ()
    assert cautions(WHOLE, found, "11AA00") == (Caution.OTHER_SCHOOL,)
