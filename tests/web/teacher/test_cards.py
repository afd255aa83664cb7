"""For whom no card was drawn yet is told before a lesson is opened, and ticked where cards are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from course.people.tables import credentials

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_for_whom_no_card_was_drawn_yet_is_told_with_the_way_there(
    visitor: Visitor, town: Town, store: Store
) -> None:
    teacher = visitor.as_teacher()
    assert "nog geen kaartje" not in teacher.page("/teacher/").words
    with store.write() as conn:
        conn.execute(delete(credentials).where(credentials.c.person_id == town.pupil))
    page = teacher.page("/teacher/")
    assert "1 leerling heeft nog geen kaartje" in page.words
    pictures = f"/teacher/groups/{town.our_group.id}/pictures"
    assert pictures in page.addresses
    ticked = [
        tag["value"] for name, tag in teacher.page(pictures).tags if name == "input" and "checked" in tag
    ]
    assert ticked == [str(town.pupil)]
