"""Who leads the talk about a module reads what it trains, tries it, and prints a sheet and a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.learning.tables import runs
from course.rulebooks.public_links import renew_link
from tests import builders
from tests.web.page import Page
from tests.web.term import STAFF_MODULE, a_term, chose

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]

MODULE = "mag-deze-foto"
GUIDE = f"/modules/{MODULE}"
MOST = 7
"""Statements: who asks, the group with its figures, and the own groups."""


def test_the_teachers_home_and_the_group_lead_to_it(visitor: Visitor, town: Town) -> None:
    visitor.as_teacher()
    wanted = f"{GUIDE}?group={town.our_group.id}"
    assert wanted in visitor.page("/teacher/").addresses
    assert wanted in visitor.page(f"/teacher/groups/{town.our_group.id}").addresses
    visitor.as_director()
    assert GUIDE in visitor.page(f"/director/groups/{town.our_group.id}").addresses
    assert f"/modules/{STAFF_MODULE}" in visitor.page("/director/staff").addresses


def test_it_tells_for_whom_it_is_what_it_trains_and_how_it_plays(visitor: Visitor) -> None:
    page = visitor.as_teacher().page(GUIDE)
    for words in ("voor groep 7 en groep 8", "artikelen van ons protocol", "SLO 24A", "DigComp 2.2", "Plons"):
        assert words in page.words
    assert {f"{GUIDE}/sheet", f"{GUIDE}/letter", f"{GUIDE}/lessons/{MODULE}"} <= set(page.addresses)


def test_what_the_own_group_chose_first_stands_in_words_beside_the_scene(
    visitor: Visitor, town: Town, store: Store
) -> None:
    chose(store, town.our_group, MODULE, "plons", **{"de-remix": 6})
    visitor.as_teacher()
    assert "Wat je groep het eerst koos" not in visitor.page(GUIDE).words
    page = visitor.page(f"{GUIDE}?group={town.our_group.id}")
    assert "Wat je groep het eerst koos" in page.words
    assert "de meesten" in page.words
    assert visitor.get(f"{GUIDE}?group={town.next_group.id}").status_code == 404


def test_a_lesson_is_tried_under_the_own_rules_and_nothing_is_kept(
    visitor: Visitor, store: Store, statements: Statements
) -> None:
    visitor.as_teacher()
    with statements() as sent:
        page = visitor.page(f"{GUIDE}/lessons/{MODULE}?way=in-de-bus.de-volgende-ochtend")
    assert "Protocol kom Leren" in page.words
    assert f"{GUIDE}/lessons/{MODULE}?way=in-de-bus#play" in page.addresses
    assert not [one for one in sent if one.startswith(("INSERT", "DELETE"))]
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(runs)).scalar_one() == 0
    assert visitor.get(f"{GUIDE}/lessons/{STAFF_MODULE}").status_code == 404


def test_the_sheet_has_two_sides_with_the_talk_on_the_second(visitor: Visitor) -> None:
    page = visitor.as_teacher().page(f"{GUIDE}/sheet")
    assert [attrs["class"] for _, attrs in page.tags if "sheet-side" in attrs.get("class", "")] == [
        "sheet-side card"
    ] * 2
    assert "Zo gaat de les" in page.words
    assert page.words.index("Het gesprek") > page.words.index("Wat ons protocol erover zegt")


def test_the_letter_has_the_schools_name_and_its_rules_and_can_be_copied(
    visitor: Visitor, town: Town, store: Store
) -> None:
    page = visitor.as_teacher().page(f"{GUIDE}/letter")
    name = builders.signed_in(store, town.teacher).name
    assert f"{name}, {town.ours.name}" in page.words
    assert "onze-regels" not in page.words
    text = next(one for one in Page(visitor.get(f"{GUIDE}/letter").text).tags if one[0] == "textarea")
    assert "readonly" in text[1]
    token = renew_link(store, builders.signed_in(store, town.director), town.ours.id, builders.NOW)
    assert f"/onze-regels/{token}" in visitor.page(f"{GUIDE}/letter").words


def test_a_module_of_the_team_has_a_page_and_a_sheet_and_no_letter(visitor: Visitor) -> None:
    visitor.as_director()
    assert "voor het team" in visitor.page(f"/modules/{STAFF_MODULE}").words
    assert f"/modules/{STAFF_MODULE}/letter" not in visitor.page(f"/modules/{STAFF_MODULE}").addresses
    assert visitor.get(f"/modules/{STAFF_MODULE}/sheet").status_code == 200
    assert visitor.get(f"/modules/{STAFF_MODULE}/letter").status_code == 404


@pytest.mark.parametrize("path", ["", "/sheet", "/letter", f"/lessons/{MODULE}"])
def test_no_pupil_reads_what_the_teacher_reads(visitor: Visitor, path: str) -> None:
    assert visitor.as_pupil().get(GUIDE + path).status_code == 403


def test_the_page_asks_as_much_of_a_full_group_as_of_a_small_one(
    visitor: Visitor, town: Town, store: Store, statements: Statements
) -> None:
    visitor.as_teacher()
    counted = []
    for pupils in (0, 12):
        a_term(store, town.our_group, done=pupils)
        with statements() as seen:
            visitor.page(f"{GUIDE}?group={town.our_group.id}")
        counted.append(len(seen))
    assert counted == [MOST, MOST]


def test_teachers_and_directors_print_the_learning_line_of_their_school(
    visitor: Visitor, town: Town, statements: Statements
) -> None:
    for come, home in ((visitor.as_teacher, "/teacher/"), (visitor.as_director, "/director/staff")):
        come()
        assert "/modules/" in visitor.page(home).addresses
        with statements() as seen:
            page = visitor.page("/modules/")
        assert f"De modules per jaar, {town.ours.name}" in page.words
        assert "groep 5" in page.words
        assert "SLO 24A" in page.words
        assert {GUIDE, f"/modules/{STAFF_MODULE}"} <= set(page.addresses)
        assert len(seen) <= 1
    assert visitor.as_pupil().get("/modules/").status_code == 403


def test_who_a_module_is_for_is_told_by_the_years_in_which_it_suits(visitor: Visitor) -> None:
    visitor.as_teacher()
    assert "voor groep 8" in visitor.page("/modules/net-echt").words
    assert "voor groep 8" in visitor.page("/teacher/").words


def test_a_note_for_preparing_stands_first_on_the_page_and_on_the_sheet(visitor: Visitor) -> None:
    visitor.as_teacher()
    for place in ("/modules/rond", "/modules/rond/sheet"):
        words = visitor.page(place).words
        assert "Voor je begint" in words
        assert "Weet wie er in je klas zit." in words
    assert "Helpwanted" in visitor.page("/modules/rond").words
    assert "Voor je begint" not in visitor.page(GUIDE).words
