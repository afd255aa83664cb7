"""The annual report: the figures of the pages, on paper, and nothing about single people."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.enrolment.school_counters import Counters
from course.figures.counts import Share
from course.figures.pages import SchoolPage
from course.figures.rules import RuleShare
from course.people.access import School
from course.rulebooks.adopting import Adoption
from course.rulebooks.attesting import Signers
from course.rulebooks.owners import Owner
from course.rulebooks.versions import ChangeKind, Decision, Origin, Version
from course.teaching.blanks import Blanks
from tests import builders
from tests.web.term import STAFF_MODULE, a_term, chose, stands
from web.director.annual import AnnualView, annual_view
from web.director.rules_views import rules_view
from web.display.goals import GoalsView

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

TODAY = date(2026, 11, 20)
REPORT = "/director/annual-report"
VERSION = Version(
    id=4,
    owner=Owner(1, 1),
    slug="eik",
    name="Afspraken van De Eik",
    number=2,
    key="eik@1",
    kind=ChangeKind.MAJOR,
    origin=Origin.DRAFT,
    based_on=None,
    rulebook="",
    decision=Decision("Directie", date(2026, 9, 1), date(2026, 11, 19)),
    published_at=builders.NOW,
    published_by="",
    text="",
)


def report(library: Library, version: Version | None, shares: tuple[RuleShare, ...] = ()) -> AnnualView:
    protocol, goals = library.norms.protocols["kom-leren"], GoalsView((), 0, "2026–2027")
    blanks = Blanks(protocol, (), (), version.decision.review_on if version else None)
    page = SchoolPage(
        School(1, 1, "De Eik", "kom-leren", None), 2026, Counters((), ()), (), (), (), 0, 0, (), None
    )
    adoptions = [
        Adoption(number, day, "", 1) for number, day in ((4, date(2026, 9, 7)), (4, date(2027, 1, 4)))
    ]
    rules = rules_view(shares, blanks, library.norms.themes, goals, has_contacts=True, today=TODAY)
    return annual_view(page, goals, rules, Signers(version, ()), protocol, adoptions, TODAY)


def test_the_protocol_is_told_with_its_version_and_its_days(app: Flask, library: Library) -> None:
    with app.test_request_context("/"):
        view = report(library, VERSION)
    facts = view.protocol
    assert (facts.name, facts.number, facts.adopted_by) == ("Afspraken van De Eik", 2, "Directie")
    assert (facts.since, facts.consent, view.rules.review) == (
        "7 september 2026",
        "1 september 2026",
        "19 november 2026",
    )
    assert view.rules.is_overdue


def test_a_protocol_that_came_with_the_course_has_no_version_of_the_school(
    app: Flask, library: Library
) -> None:
    with app.test_request_context("/"):
        for version in (None, replace(VERSION, origin=Origin.SHIPPED)):
            facts = report(library, version).protocol
            assert (facts.number, facts.since, facts.consent) == (None, "", "")


def test_rules_stand_under_the_words_of_the_page_of_rules(app: Flask, library: Library) -> None:
    first, second, *_ = library.norms.protocols["kom-leren"].articles.values()
    shares = (RuleShare(first, Share.FEW, 1), RuleShare(second, Share.MOST, 2))
    with app.test_request_context("/"):
        steps = report(library, VERSION, shares).steps
    assert [(one.words, one.steps, len(one.shares)) for one in steps] == [
        ("hooguit een paar", 1, 1),
        ("de meesten", 4, 1),
    ]


def test_its_numbers_are_those_of_the_directors_pages(visitor: Visitor, town: Town, store: Store) -> None:
    a_term(store, town.our_group, done=6, busy=2)
    stands(store, town.teacher.id, STAFF_MODULE, done=True)
    visitor.as_director()
    words = visitor.page(REPORT).words
    row = re.search(r"Mag deze foto\? (\d+) van (\d+) (\d+) van (\d+) (\d+) van (\d+)", words)
    assert row
    assert row.groups() == ("8", "10", "6", "10", "1", "1")
    assert "6 van 10" in visitor.page("/reports/school").words
    school = visitor.page("/director/").words
    ready = re.search(r"collega’s klaar met de scholing (\d+ van \d+)", school)
    assert ready
    assert f"Klaar met alle scholing: {ready[1]}" in words
    met = re.search(r"doelen gehaald dit schooljaar (\d+ van \d+)", school)
    assert met
    assert f"Doelen gehaald dit schooljaar: {met[1]}" in words


def test_of_how_pupils_decide_it_tells_what_was_let_out_and_no_more(
    visitor: Visitor, town: Town, store: Store, library: Library
) -> None:
    lesson = library.lessons["mag-deze-foto"]["nl"]
    scene = next(one for one in lesson.scenes.values() if len(one.choices) > 1)
    chose(store, town.our_group, lesson.id, scene.id, **{scene.choices[0].id: 8})
    assert "Er valt nog niets te vertellen" in visitor.as_director().page(REPORT).words
    visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/figures")
    words = visitor.as_director().page(REPORT).words
    assert "Er valt nog niets te vertellen" not in words
    assert "Van de leerlingen die voor een keuze over een regel stonden" in words


def test_it_names_nobody(visitor: Visitor, town: Town, store: Store) -> None:
    pupils = a_term(store, town.our_group, done=3, busy=2, stuck=1)
    words = visitor.as_director().page(REPORT).words
    assert len(pupils) == 6
    assert not any(name in words for name in ("Aya", "Bram", "Kind 0"))
    assert f"teacher {town.teacher.email.split('.')[1].split('@')[0]}" not in words


def test_of_a_school_with_fewer_than_five_pupils_no_number_of_them_is_told(
    visitor: Visitor, store: Store
) -> None:
    school = builders.a_school(store)
    a_term(store, builders.a_group(store, school, "7B"), done=2, busy=1)
    words = visitor.as_staff(builders.a_director(store, school)).page(REPORT).words
    assert "Mag deze foto? minder dan vijf: niet getoond minder dan vijf: niet getoond 0 van 0" in words


@pytest.mark.parametrize("path", ["/director/", "/reports/school"])
def test_the_pages_of_the_director_lead_to_it(visitor: Visitor, path: str) -> None:
    assert REPORT in visitor.as_director().page(path).addresses


def test_a_report_on_other_people_does_not_lead_to_it(visitor: Visitor) -> None:
    assert REPORT not in visitor.as_director().page("/reports/staff").addresses
