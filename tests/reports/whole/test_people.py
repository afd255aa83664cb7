"""Who is at a school, for its administrator: everybody once, with groups and roles of today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import update

from course.people.roles import Role
from course.people.tables import memberships, roles
from course.reports.whole import people
from course.reports.whole.asking import Format
from course.reports.whole.people import ROLES
from tests.learning.world import NOW
from tests.reports.whole.files import made, rows_of

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock


def test_pupils_staff_and_groups_are_those_of_today(
    store: Store, library: Library, here: Term, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_NEXT_PUPILS", "_NEXT_STAFF"):
        monkeypatch.setattr(people, name, getattr(people, name).limit(3))
    keeper = here.world.person(Role.ADMINISTRATOR, here.school, name="Cas")
    elsewhere = here.world.school("De Beuk")
    here.world.person(Role.PUPIL, elsewhere, here.world.group(elsewhere), name="Buur")
    left = here.pupils[7].person_id
    with store.write() as conn:
        for table in (roles, memberships):
            conn.execute(update(table).where(table.c.person_id == left).values(until_on=NOW.date()))
    found = rows_of(made(store, library, replace(keeper), here.school, Format.CSV, clock))
    assert next((one["Group"], one["Pupils"]) for one in found["all-groups"])[0] == "7B"
    assert {(one["Name"], one["Role"], one["Groups"]) for one in found["all-staff"]} == {
        ("An", "Director", ""),
        ("Cas", "Administrator", ""),
        ("Jo", "Teacher", "7B"),
    }
    pupils = [(one["Name"], one["Groups"], one["Year"]) for one in found["all-pupils"]]
    assert pupils == [
        *((f"klein {number}", "8B", "7") for number in range(3)),
        *((f"pupil 0{number}", "7B", "7") for number in range(7)),
    ]


def test_there_are_words_for_every_role() -> None:
    assert set(ROLES) == set(Role)
