"""The annual report: the figures of the pages, on paper, and nothing about single people."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import bindparam, insert, text

from course.curriculum.bands import years_of
from course.enrolment.memberships import leave
from course.enrolment.people import erase_person
from course.enrolment.recount import mend
from course.enrolment.school_counters import Counters
from course.figures.counts import Share
from course.figures.pages import SchoolPage
from course.figures.rules import RuleShare
from course.journal.journal import Origin as JournalOrigin
from course.norms.model import Audience
from course.people.access import FEWEST, School
from course.rulebooks.adopting import Adoption
from course.rulebooks.attesting import Signers
from course.rulebooks.owners import Owner
from course.rulebooks.tables import attestations
from course.rulebooks.versions import ChangeKind, Decision, Origin, Version
from course.teaching.blanks import Blanks
from tests import builders
from tests.rulebooks.rules import a_text, an_act, published, stance
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
CHANGED = a_text(stances={an_act(): stance("forbidden", "a")})
REPORT = "/director/annual-report"
PUPILS = text(
    "SELECT COUNT(*), COUNT(r.person_id), COUNT(r.completed_at) FROM groups g JOIN memberships m ON m.group_id = g.id"
    " AND m.role = 'pupil' AND m.until_on IS NULL JOIN persons p ON p.id = m.person_id AND p.year_group IN :years"
    " LEFT JOIN progress r ON r.person_id = p.id AND r.module = :m WHERE g.school_id = :s GROUP BY g.id"
).bindparams(bindparam("years", expanding=True))
STAFF = text(
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN done = :every THEN 1 ELSE 0 END), 0) FROM (SELECT o.person_id,"
    " (SELECT COUNT(*) FROM progress r WHERE r.person_id = o.person_id AND r.completed_at IS NOT NULL) AS done"
    " FROM (SELECT DISTINCT person_id FROM roles WHERE school_id = :s AND until_on IS NULL"
    " AND role IN ('teacher', 'coach', 'director')) o) team"
)
SIGNED = text(
    "SELECT COUNT(DISTINCT a.person_id) FROM attestations a JOIN roles o ON o.person_id = a.person_id"
    " AND o.school_id = a.school_id AND o.until_on IS NULL WHERE a.school_id = :s AND a.version_id = :v"
)
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


def at_random(store: Store, town: Town, library: Library, chance: random.Random) -> int:
    """Groups, a team and signatures by chance, some of whom are gone again; gives the version in force."""
    modules, staff_modules = library.modules_for(Audience.PUPIL), library.modules_for(Audience.TEACHER)
    for _ in range(4):
        group = builders.a_group(store, town.ours)
        pupils = [
            builders.a_pupil(store, group, year_group=chance.choice("5678"))
            for _ in range(chance.randint(3, 12))
        ]
        for pupil in pupils:
            for one in chance.sample(modules, 3):
                stands(store, pupil, one.id, done=chance.random() < 0.5)
        with store.write() as conn:
            leave(conn, group.id, [pupils[0]], TODAY)
            erase_person(conn, pupils[1], JournalOrigin(builders.NOW))
    team = [builders.a_teacher(store, school=town.ours).id for _ in range(5)]
    for one in team:
        for module in staff_modules if chance.random() < 0.5 else chance.sample(staff_modules, 1):
            stands(store, one, module.id, done=chance.random() < 0.8)
    before, now = published(store, town.ours), published(store, town.ours, text=CHANGED)
    rows = [
        {
            "person_id": one,
            "school_id": town.ours.id,
            "version_id": version.id,
            "rulebook": "",
            "signed_at": builders.NOW,
        }
        for one in team
        for version in chance.sample((before, now), chance.randint(0, 2))
    ]
    with store.write() as conn:
        if rows:
            conn.execute(insert(attestations), rows)
        erase_person(conn, team[0], JournalOrigin(builders.NOW))
        mend(conn, town.ours.id)
    return now.id


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
    for _ in range(2):
        builders.a_teacher(store, school=town.ours)
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


def test_of_a_team_of_fewer_than_five_it_tells_no_number_for_others_read_it_too(
    visitor: Visitor, town: Town, store: Store
) -> None:
    visitor.as_director()
    assert "Klaar met alle scholing" not in visitor.page(REPORT).words
    assert "Het team telt minder dan vijf collega’s" in visitor.page(REPORT).words
    for _ in range(2):
        builders.a_teacher(store, school=town.ours)
    assert "Klaar met alle scholing: 0 van 5" in visitor.page(REPORT).words


@pytest.mark.parametrize("seed", range(2))
def test_each_figure_is_what_the_raw_rows_say_at_a_school_drawn_by_chance(
    visitor: Visitor, town: Town, store: Store, library: Library, seed: int
) -> None:
    version = at_random(store, town, library, random.Random(seed))
    words = visitor.as_director().page(REPORT).words
    with store.read() as conn:
        for module in library.modules_for(Audience.PUPIL):
            values = {"m": module.id, "s": town.ours.id, "years": [*years_of(module.bands)]}
            told = [(one, begun, done) for one, begun, done in conn.execute(PUPILS, values) if one >= FEWEST]
            if told:
                of, begun, done = (sum(column) for column in zip(*told, strict=True))
                at_it = sum(bool(one[1]) for one in told)
                line = f"{module.words.nl} {begun} van {of} {done} van {of} {at_it} van {len(told)}"
                assert line in words
        every = len(library.modules_for(Audience.TEACHER))
        staff, ready = conn.execute(STAFF, {"s": town.ours.id, "every": every}).one()
        signed = conn.execute(SIGNED, {"s": town.ours.id, "v": version}).scalar_one()
    assert f"Klaar met alle scholing: {ready} van {staff}" in words
    assert f"Bevestigde het protocol dat nu geldt: {signed} van {staff}" in words


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
