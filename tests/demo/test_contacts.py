"""A demo school says whom one can turn to; the last one is still to do it, so that its director is reminded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.contacts.contacts import contacts_of
from course.demo.board import build_board
from course.demo.plan import Size
from course.library import default_content_root, load_library
from course.norms.model import Audience
from course.people.tables import schools

if TYPE_CHECKING:
    from course.store.store import Store


def test_all_schools_but_the_last_say_whom_pupils_parents_and_staff_can_turn_to(store: Store) -> None:
    library, size = load_library(default_content_root()), Size(schools=2, groups=1, pupils=2)
    build_board(store, library, today=date(2026, 11, 20), size=size)
    with store.read() as conn:
        first, last = conn.execute(select(schools.c.id).order_by(schools.c.id)).scalars()
    said = contacts_of(store, first)
    for audience in (Audience.PUPIL, Audience.PARENT, Audience.TEACHER):
        assert any(one.is_for(audience) for one in said)
    assert contacts_of(store, last) == ()
