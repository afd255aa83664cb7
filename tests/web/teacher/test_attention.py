"""What asks a teacher's attention: what is to be done first, and groups that have not begun; counts of five or more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.classroom.tables import assignments
from course.figures.groups import my_groups
from course.people.mail.weekly import ask, readers
from tests.builders import NOW
from tests.web.term import MODULE, a_term
from web.teacher.attention import attention

if TYPE_CHECKING:
    from datetime import date

    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.town import Town

TODAY = NOW.date()


def seen(app: Flask, store: Store, library: Library, town: Town) -> list[str]:
    """The sentences for our teacher."""
    ask(store, town.teacher.id, NOW)
    (actor,) = readers(store, NOW)[0].actors
    with app.test_request_context("/"):
        return [one.words for one in attention(store, my_groups(store, library, actor, NOW), actor)]


def given(store: Store, town: Town, due_on: date) -> None:
    row = {"group_id": town.our_group.id, "module": MODULE, "due_on": due_on, "given_at": NOW}
    with store.write() as conn:
        conn.execute(insert(assignments), row)


def test_given_work_that_is_late_or_soon_is_told_with_how_many_did_it(
    app: Flask, store: Store, library: Library, town: Town
) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    given(store, town, TODAY - timedelta(days=1))
    (late,) = seen(app, store, library, town)
    assert late.startswith("7B had ‘Mag deze foto?’ klaar moeten hebben")
    assert "6 van de 10" in late


def test_work_for_later_and_small_groups_ask_nothing(
    app: Flask, store: Store, library: Library, town: Town
) -> None:
    given(store, town, TODAY + timedelta(days=40))
    assert seen(app, store, library, town) == []


def test_a_group_that_has_not_begun_is_named(app: Flask, store: Store, library: Library, town: Town) -> None:
    a_term(store, town.our_group, done=0, not_begun=5)
    assert seen(app, store, library, town) == ["7B is nog niet begonnen."]
