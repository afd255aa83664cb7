"""Whatever the pupils of small groups do, no page, file or letter of a director or an officer changes by a letter."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from course.enrolment.recount import mend
from course.figures.tables import snapshots
from course.norms.model import Audience
from course.people.mail.weekly import ask, readers
from course.people.roles import Role
from tests import builders
from tests.web import doors
from tests.web.doors import ROUTES, every_door, lesson_of
from tests.web.term import MODULE, a_term, chose, stands
from web.mail.weekly import letter_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.doors import World
    from tests.web.town import Town

SITE = "https://leren.example"
CHANGING = re.compile(r'(name="csrf_token" value="[^"]*"|nonce="[^"]*"|content="[^"]*" name="csrf)')
READERS = (Role.DIRECTOR, Role.OFFICER)
BY_CHANCE = ("rules.", "sign_in.", "account.", "static", "lesson_picture", "quiz_picture")
"""What differs each time that one looks, and what shows no figures."""
NAMED = (
    "director.school",
    "director.group",
    "director.trend",
    "director.annual",
    "reports.take_school",
    "board.schools",
    "board.school",
    "board.trend",
    "reports.take_board",
)
"""Some on which it must be seen when pupils of a group that is told do something, so that the test looks at anything."""


def told(
    app: Flask, visitor: Visitor, world: World, store: Store, only: Collection[str] = ()
) -> Mapping[tuple[object, ...], object]:
    """All that a director and an officer read: every page, every file, and the letter of the week."""
    found: dict[tuple[object, ...], object] = {}
    with store.write() as conn:
        conn.execute(delete(snapshots))
    for role in READERS:
        getattr(visitor, f"as_{role}")()
        for door in every_door(app, world, lesson_of(role)):
            if not ROUTES[door.endpoint].is_for(role) or (only and door.endpoint not in only):
                continue
            if door.method == "GET" and not door.endpoint.startswith(BY_CHANCE):
                found[role, door.endpoint] = CHANGING.sub("", visitor.get(door.path).text)
            elif door.endpoint.startswith("reports.take"):
                for kind in ("csv", "xlsx"):
                    found[role, door.endpoint, kind] = _inside(visitor.post(door.path, {"format": kind}).data)
    with app.test_request_context(base_url=SITE):
        for reader in readers(store, visitor.clock()):
            if any(one.role in READERS for one in reader.actors):
                found["letter", reader.person_id] = letter_of(store, reader, SITE, visitor.clock())
    return found


def _inside(data: bytes) -> object:
    """What a file says; of a workbook its sheets, for the rest tells when it was made."""
    if data.startswith(b"<!doctype"):  # a page that says why there is no file
        return CHANGING.sub("", data.decode())
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {
            name: book.read(name)
            for name in book.namelist()
            if name.startswith(("xl/worksheets", "xl/shared"))
        }


@pytest.fixture
def combination(store: Store, town: Town, library: Library) -> list[int]:
    """Our group with eighteen pupils of one band, of whom half are done, and three of another, whom no page tells of."""
    a_term(store, town.our_group, done=9, not_begun=7)
    return [builders.a_pupil(store, town.our_group, f"Jong {one}", "6") for one in range(3)]


def test_what_pupils_of_small_groups_do_is_on_no_page_in_no_file_and_in_no_letter(
    app: Flask, visitor: Visitor, store: Store, town: Town, library: Library, combination: list[int]
) -> None:
    small = builders.a_group(store, town.ours, "8B")
    pupils = [builders.a_pupil(store, small, f"Klein {one}") for one in range(4)]
    for staff in (town.director, town.officer):
        ask(store, staff.id, builders.NOW)
    world = doors.build(visitor)
    before = told(app, visitor, world, store)
    younger = next(
        one
        for one in library.modules_for(Audience.PUPIL)
        if "po-5-6" in one.bands and "po-7-8" not in one.bands
    )
    for one in combination:
        stands(store, one, younger.id, done=True)
    for one in (*pupils, town.next_pupil):
        stands(store, one, done=one != pupils[0])
    scene = next(one for one in library.lesson(MODULE).scenes.values() if len(one.choices) > 1)
    chose(store, small, MODULE, scene.id, **{scene.choices[0].id: 4})
    with store.write() as conn:
        mend(conn, town.ours.id)
    after = told(app, visitor, world, store)
    assert len(before) > 40
    assert [key for key in before if before[key] != after[key]] == []
    stands(store, town.classmate, done=True)
    with store.write() as conn:
        mend(conn, town.ours.id)
    seen = told(app, visitor, world, store, NAMED)
    assert {key for key in seen if before[key] == seen[key]} == set()
    assert {key[1] for key in seen} == {*NAMED, town.director.id, town.officer.id}
