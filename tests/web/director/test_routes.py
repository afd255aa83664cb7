"""A director reads the school at a glance: groups as counts, the team by name, and where the law asks more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.norms.judge import gaps
from course.norms.model import Stance
from course.people.tables import schools
from tests import builders
from tests.web.term import STAFF_MODULE, a_term, stands

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def director(visitor: Visitor) -> Visitor:
    return visitor.as_director()


def test_every_group_has_its_numbers_and_leads_to_its_page(
    director: Visitor, town: Town, store: Store, hx: bool
) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    text = director.get("/director/", hx=hx).text
    assert ("<html" in text) is not hx
    row = text[text.index(f'href="/director/groups/{town.our_group.id}"') :]
    row = row[: row.index("</tr>")]
    assert "<b>6</b>" in row
    assert 'class="heat"' in row


def test_a_year_is_shown_and_taken_along_with_the_same_numbers(
    director: Visitor, town: Town, store: Store, hx: bool
) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    assert "/director/trend" in director.page("/director/").addresses
    text = director.get("/director/trend?module=mag-deze-foto", hx=hx).text
    assert ("<html" in text) is not hx
    assert "6 van 10" in text
    assert "eerste maand" in text
    assert f"/director/groups/{town.our_group.id}" in text
    file = (
        director.post("/reports/trend?module=mag-deze-foto", {"format": "csv"}).get_data().decode("utf-8-sig")
    )
    assert any(line.startswith("7B;Leerlingen;") and ";10;2;2;6;60" in line for line in file.splitlines())
    assert "6 van 10" in director.page("/reports/trend?module=mag-deze-foto").words


def test_the_first_lines_say_what_asks_attention_and_how_many_pupils_are_done(
    director: Visitor, town: Town, store: Store
) -> None:
    a_term(store, town.our_group, done=1, busy=7)
    words = director.page("/director/").words
    assert (
        "Dit vraagt nu je aandacht In 7B heeft 1 van de 10 leerlingen ‘Mag deze foto?’ af. "
        "De datum van Doel 1 (30 september 2026) is voorbij."
    ) in words
    assert re.search(r"van de modules van leerlingen klaar \d+%", words)
    addresses = director.page("/director/").addresses
    for leads in (f"/director/groups/{town.our_group.id}", "/director/staff", "/director/gaps", "/goals/"):
        assert leads in addresses


def test_a_group_of_fewer_than_five_is_not_counted(director: Visitor, town: Town) -> None:
    page = director.page("/director/")
    assert "< 5" in page.words
    assert sum("suppressed" in tag.get("class", "") for name, tag in page.tags if name == "td") >= 2


def test_why_a_group_is_not_counted_is_told_only_where_one_is(visitor: Visitor, store: Store) -> None:
    school = builders.a_school(store)
    for number, pupils in enumerate((5, 4)):
        group = builders.a_group(store, school, f"7{number}")
        for _ in range(pupils):
            builders.a_pupil(store, group)
        words = visitor.as_staff(builders.a_director(store, school)).page("/director/").words
        assert ("een groep van minder dan vijf: niet getoond" in words) is (pupils < 5)


def test_no_pupil_is_named_on_any_page_of_the_director(director: Visitor, town: Town, store: Store) -> None:
    a_term(store, town.our_group, done=1, busy=3, stuck=2)
    for path in ("/director/", f"/director/groups/{town.our_group.id}", "/director/staff", "/goals/"):
        words = director.page(path).words
        assert not any(name in words for name in ("Aya", "Bram", "Cato", "Kind 0"))


def test_an_empty_school_says_what_will_come(visitor: Visitor, store: Store) -> None:
    director = builders.a_director(store)
    page = visitor.as_staff(director).page("/director/")
    assert 'class="empty"' in visitor.get("/director/").text
    assert not any(name == "table" for name, _tag in page.tags)


def test_who_is_stuck_counts_as_busy_so_that_the_numbers_add_up(
    director: Visitor, town: Town, store: Store
) -> None:
    a_term(store, town.our_group, done=10, busy=7, stuck=2)
    text = director.get(f"/director/groups/{town.our_group.id}").text
    first_module = re.findall(r"<dd>(\d+)</dd>", text)[:3]
    assert first_module == ["10", "9", "2"]
    assert 'data-status="stuck"' not in text
    assert "&lt; 5" not in text
    assert 'class="notice"' not in text


def test_of_a_small_group_nothing_is_shown_and_it_says_why(director: Visitor, town: Town) -> None:
    text = director.get(f"/director/groups/{town.our_group.id}").text
    assert set(re.findall(r"<dd>(.+?)</dd>", text)) == {"<small>niet getoond</small>"}
    assert "&lt; 5" not in text
    assert 'class="notice"' in text


def test_another_schools_group_does_not_exist(director: Visitor, town: Town) -> None:
    for group in (town.their_group.id, 999):
        assert director.get(f"/director/groups/{group}").status_code == 404


def test_the_team_is_shown_by_name_and_only_the_own_one(director: Visitor, town: Town, store: Store) -> None:
    stands(store, town.teacher.id, STAFF_MODULE, done=True)
    page = director.page("/director/staff")
    assert f"teacher {town.teacher.email.split('.')[1].split('@')[0]}" in page.words
    assert f"teacher {town.their_teacher.email.split('.')[1].split('@')[0]}" not in page.words
    assert "done" in [tag.get("data-status") for _name, tag in page.tags]


def test_a_team_of_two_is_counted_where_both_names_stand(visitor: Visitor, town: Town, store: Store) -> None:
    school = builders.a_school(store)
    colleague = builders.a_teacher(store, school=school)
    stands(store, colleague.id, STAFF_MODULE, done=True)
    director = visitor.as_staff(builders.a_director(store, school))
    for path in ("/director/staff", "/director/"):
        assert "1 van 2 klaar" in director.page(path).words


@pytest.mark.parametrize("protocol", ["kom-leren", "verkruisen", "compass", "edu-ley", "cvo-nwf"])
def test_every_gap_is_listed_with_what_the_law_says(
    visitor: Visitor, store: Store, library: Library, protocol: str
) -> None:
    school = builders.a_school(store, protocol=protocol)
    words = visitor.as_staff(builders.a_director(store, school)).page("/director/gaps").words
    found = gaps(library.norms, protocol)
    assert found
    for one in found:
        assert one.act.words.nl in words
        assert all(article.words.nl in words for article in one.law_articles)


def test_an_agreement_that_is_no_law_is_headed_and_counted_apart(
    visitor: Visitor, store: Store, library: Library
) -> None:
    protocol = next(
        one.id
        for one in library.norms.protocols.values()
        if not one.position("pupil-use-in-lesson-without-permission").articles
    )
    director = visitor.as_staff(builders.a_director(store, builders.a_school(store, protocol=protocol)))
    text = director.get("/director/gaps").text
    law, agreement = text.split('id="silent-agreements"')
    assert library.norms.agreement.articles["mobiel"].words.nl in agreement
    assert library.norms.agreement.articles["mobiel"].words.nl not in law
    of_law = [one for one in gaps(library.norms, protocol) if one.law_position.stance is not Stance.SILENT]
    school = director.get("/director/").text
    assert f"<b>{len(of_law)}</b>" in school
    assert "landelijke afspraak" in school


@pytest.mark.parametrize(
    ("path", "statements_sent"),
    [("/director/", 14), ("/director/annual-report", 21), ("/director/staff", 4), ("/director/gaps", 1)],
)
def test_a_page_asks_as_much_of_a_large_school_as_of_a_small_one(
    director: Visitor, town: Town, store: Store, statements: Statements, path: str, statements_sent: int
) -> None:
    for groups in (0, 20):
        for number in range(groups):
            a_term(store, builders.a_group(store, town.ours, f"5{number}"), done=1)
        with statements() as seen:
            director.page(path)
        assert len(seen) == statements_sent


def test_gaps_of_a_protocol_that_left_the_content_are_told_to_be_missing(
    director: Visitor, town: Town, store: Store, hx: bool
) -> None:
    with store.write() as conn:
        conn.execute(update(schools).where(schools.c.id == town.ours.id).values(protocol="verdwenen"))
    assert director.get("/director/gaps", hx=hx).status_code == 409


def test_a_school_whose_protocol_left_the_content_is_not_told_that_it_asks_enough(visitor, town, store):
    with store.write() as conn:
        conn.execute(update(schools).where(schools.c.id == town.ours.id).values(protocol="verdwenen"))
    assert "vraagt nergens minder dan de wet" not in visitor.as_director().page("/director/").words
