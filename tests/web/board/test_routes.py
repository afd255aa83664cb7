"""An officer sees the board's schools as counts, each with its protocol, and nobody by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.norms.judge import gaps
from tests import builders
from tests.web.term import a_term

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]


def test_every_school_is_there_with_its_protocol_and_no_person(
    visitor: Visitor, town: Town, store: Store, hx: bool
) -> None:
    a_term(store, town.our_group, done=9, busy=2)
    elsewhere = builders.a_school(store, name="Van een ander bestuur")
    officer = visitor.as_officer()
    text = officer.get("/board/", hx=hx).text
    assert ("<html" in text) is not hx
    for school in (town.ours, town.theirs):
        assert school.name in text
        assert f"/rules/protocol?protocol={school.protocol}" in text
    assert elsewhere.name not in text
    assert "<b>9</b>" in text
    assert not any(name in text for name in ("Aya", "Daan", "Kind 0", "teacher "))


def test_the_link_of_a_school_leads_to_its_protocol(visitor: Visitor, town: Town) -> None:
    officer = visitor.as_officer()
    link = next(one for one in officer.page("/board/").addresses if "protocol=verkruisen" in one)
    assert "Verkruisen" in officer.page(link).words


def test_a_protocol_that_left_the_content_hides_no_school(visitor: Visitor, town: Town, store: Store) -> None:
    builders.a_school(store, town.board_id, name="De Linde", protocol="verdwenen")
    words = visitor.as_officer().page("/board/").words
    assert "De Linde verdwenen niet in de cursus 0 0 0 –" in words
    assert "/board/gaps/verdwenen" not in visitor.page("/board/").addresses
    assert town.ours.name in words


def test_a_school_with_fewer_than_five_people_is_not_counted(visitor: Visitor) -> None:
    words = visitor.as_officer().page("/board/").words
    assert "< 5" in words
    assert "Minder dan vijf leerlingen: niet getoond" in words
    assert "Minder dan vijf collega’s: niet getoond" in words
    assert "een school of team met minder dan vijf: niet getoond" in words


def test_every_school_stands_beside_every_goal_with_a_sign_and_its_word(
    visitor: Visitor, town: Town, store: Store, library: Library
) -> None:
    builders.a_school(store, town.board_id, name="De Linde")
    page = visitor.as_officer().page("/board/")
    for number, goal in enumerate(library.goal_set("kom-leren").goals.values(), 1):
        assert f"Doel {number} {goal.words.nl} uiterlijk" in page.words
    assert "De Eik Te laat 0 van 1 Er is nog tijd 0 van 2 Er is nog tijd 0 van 2" in page.words
    assert "De Linde Te laat 0 van 1 – nog geen groepen – nog geen groepen" in page.words


def test_the_law_points_of_a_school_are_one_step_away(visitor: Visitor, town: Town, library: Library) -> None:
    officer = visitor.as_officer()
    assert "/board/gaps/verkruisen" in officer.page("/board/").addresses
    page = officer.page("/board/gaps/verkruisen")
    assert "Verkruisen" in page.words
    assert all(one.act.words.nl in page.words for one in gaps(library.norms, "verkruisen"))
    assert "/rules/protocol?protocol=verkruisen" in page.addresses
    assert officer.get("/board/gaps/nergens").status_code == 404


def test_a_board_without_schools_says_what_will_come(visitor: Visitor, store: Store) -> None:
    officer = visitor.as_staff(builders.an_officer(store))
    assert 'class="empty"' in officer.get("/board/").text


def test_the_page_asks_as_much_of_many_schools_as_of_two(
    visitor: Visitor, town: Town, store: Store, statements: Statements
) -> None:
    officer = visitor.as_officer()
    for schools in (0, 8):
        for _ in range(schools):
            a_term(store, builders.a_group(store, builders.a_school(store, town.board_id)), done=1)
        with statements() as seen:
            officer.page("/board/")
        assert len(seen) == 11


def test_what_asks_attention_stands_first_and_leads_on(visitor: Visitor, town: Town, store: Store) -> None:
    a_term(store, town.our_group, done=9, busy=2)
    a_term(store, town.their_group, done=0, not_begun=9)
    page = visitor.as_officer().page("/board/")
    said = page.words[page.words.index("Dit vraagt nu je aandacht") :]
    assert (
        "De Beuk is nog niet begonnen. Doel 1 is te laat bij 2 scholen. Bij 2 scholen vraagt de wet meer"
        in said
    )
    assert f"/board/schools/{town.theirs.id}" in page.addresses
    assert {"/board/#goals", "/board/#protocols"} <= set(page.addresses)


def test_all_schools_together_stand_below_them(visitor: Visitor, town: Town, store: Store) -> None:
    a_term(store, town.our_group, done=9, busy=2)
    a_term(store, town.their_group, done=4, busy=5)
    words = visitor.as_officer().page("/board/").words
    together = words[words.index("Getoonde scholen") :]
    assert together.startswith("Getoonde scholen 13 van")
    assert "2 scholen 3" in words


def test_the_total_tells_nothing_of_a_school_that_is_not_shown(
    visitor: Visitor, town: Town, store: Store
) -> None:
    a_term(store, town.our_group, done=9, busy=2)
    words = visitor.as_officer().page("/board/").words
    shown, together = (
        re.search(r"De Eik (\d+ van \d+)", words),
        re.search(r"Getoonde scholen (\d+ van \d+)", words),
    )
    assert shown[1] == together[1]


def test_a_school_has_a_page_without_groups_or_names(visitor: Visitor, town: Town, store: Store) -> None:
    a_term(store, town.our_group, done=9, busy=2)
    officer = visitor.as_officer()
    page = officer.page(f"/board/schools/{town.ours.id}")
    assert "9 van" in page.words
    assert not any(name in page.words for name in ("Aya", "7B", "8A", "Kind 0", "teacher "))
    assert f"/board/gaps/{town.ours.protocol}" in page.addresses
    elsewhere = builders.a_school(store, name="Van een ander bestuur")
    for school in (elsewhere.id, 999):
        assert officer.get(f"/board/schools/{school}").status_code == 404
