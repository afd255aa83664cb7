"""Where the course lacks a school's protocol everybody reads what is the matter and whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.people.tables import schools
from tests.web.doors import CLEAN

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

PUPILS, STAFF = "mag-deze-foto", "leerlingen-als-vriend"


def lose_protocol(store: Store, town: Town) -> None:
    with store.write() as conn:
        conn.execute(update(schools).where(schools.c.id == town.ours.id).values(protocol="verdwenen"))


@pytest.fixture
def bereft(visitor: Visitor, town: Town, store: Store) -> Visitor:
    """Somebody of our school, whose protocol went out of the content while a pupil was in a lesson."""
    visitor.as_pupil().walk(PUPILS, "in-de-bus")
    lose_protocol(store, town)
    return visitor


@pytest.mark.parametrize(
    "path",
    [
        "/learn/",
        f"/learn/lessons/{PUPILS}",
        f"/learn/quizzes/{PUPILS}",
        "/rules/protocol",
    ],
)
def test_a_pupil_reads_whom_to_tell_and_that_nothing_is_lost(bereft: Visitor, path: str, hx: bool) -> None:
    answer = bereft.as_pupil().get(path, hx=hx)
    assert answer.status_code == 409
    assert ("<html" in answer.text) is not hx
    assert "De regels van je school zijn er nog niet" in answer.text
    assert "Vertel het je juf of meester" in answer.text
    assert "verdwenen" not in answer.text, "the name of a file tells a child nothing"


def test_a_later_card_waits_too(visitor: Visitor, town: Town, store: Store, clock: Clock) -> None:
    visitor.as_pupil().walk(PUPILS, *CLEAN[PUPILS])
    clock.passes(days=7)
    card = f"/learn/later/{PUPILS}/een-herinnering/7"
    assert visitor.as_pupil().get(card).status_code == 200
    lose_protocol(store, town)
    for answer in (visitor.get(card), visitor.post(card, {"choice": "x"})):
        assert answer.status_code == 409
        assert "De regels van je school zijn er nog niet" in answer.text


def test_a_choice_that_was_pressed_is_told_the_same(bereft: Visitor, hx: bool) -> None:
    pressed = {"step": "1", "choice": "de-volgende-ochtend"}
    answer = bereft.as_pupil().post(f"/learn/lessons/{PUPILS}/choices", pressed, hx=hx)
    assert answer.status_code == 409
    assert "De regels van je school zijn er nog niet" in answer.text


@pytest.mark.parametrize("role", ["teacher", "coach", "director"])
def test_staff_read_which_protocol_is_missing_and_whom_to_ask(bereft: Visitor, town: Town, role: str) -> None:
    getattr(bereft, f"as_{role}")()
    paths = ["/learn/", f"/learn/lessons/{STAFF}", f"/learn/quizzes/{STAFF}", "/rules/protocol"]
    paths += ["/director/gaps"] if role == "director" else [f"/teacher/groups/{town.our_group.id}/figures"]
    whom = "Vraag de beleidsmedewerker van" if role == "director" else "Vertel het je directeur"
    for path in paths:
        answer = bereft.get(path)
        assert answer.status_code == 409, path
        assert "Het protocol van De Eik zit niet in de cursus" in answer.text
        assert "verdwenen" in answer.text
        assert whom in answer.text
        assert "/contact" in answer.text


def test_pages_that_need_no_rules_go_on(bereft: Visitor, town: Town) -> None:
    group = f"/teacher/groups/{town.our_group.id}"
    for path in ("/teacher/", group, "/goals/"):
        assert bereft.as_teacher().get(path).status_code == 200
    for path in ("/director/", "/director/staff", "/goals/"):
        assert bereft.as_director().get(path).status_code == 200


def test_as_soon_as_the_school_has_a_protocol_everybody_goes_on(
    bereft: Visitor, town: Town, store: Store
) -> None:
    with store.write() as conn:
        conn.execute(update(schools).where(schools.c.id == town.ours.id).values(protocol="verkruisen"))
    assert bereft.as_pupil().get(f"/learn/lessons/{PUPILS}").status_code == 200


def test_an_officer_sees_first_which_schools_can_not_go_on_and_where_the_protocols_are(
    bereft: Visitor, town: Town
) -> None:
    page = bereft.as_officer().page("/board/")
    assert "De Eik kan niet verder: het protocol van de school zit niet in de cursus." in page.words
    assert "Scholen zonder regels" in page.words
    assert f"/board/schools/{town.ours.id}" in page.addresses
    assert "/rules/protocol" in page.addresses
    assert "/rules/protocol?protocol=verdwenen" not in page.addresses
    assert bereft.get("/rules/protocol").status_code == 200


def test_another_protocol_that_is_not_there_is_not_found_as_ever(visitor: Visitor) -> None:
    assert visitor.as_officer().get("/rules/protocol?protocol=verdwenen").status_code == 404
