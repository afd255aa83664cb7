"""The year of a school with another protocol and goals that its board made itself: nobody there reads of kom Leren."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e import year as living
from tests.e2e.test_own_rules import choose, confirm, publish
from tests.e2e.year import ON_A_PHONE

if TYPE_CHECKING:
    from tests.e2e.steps import Steps
    from tests.e2e.year import People, Year

OTHERS_NAME = "kom leren"
CLASS_PAGE = "Klaspagina van groep 7"
CHANGED = "pupil-take-photos-at-special-occasion"
MESSAGE = "Wij leren van het water om ons heen."
PONTOON = "Foto's van de vlotten die de kinderen bouwden."
WEEK, EVENING = "Elke klas maakte een nieuwsbericht.", "De ouders speelden een les mee."


@dataclass(frozen=True, slots=True)
class Goal:
    """As an officer fills it in."""

    words: str
    measure: str
    purpose: str
    target: int
    due: date
    rhythm: int = 0


TALK = Goal("Het team bespreekt onze afspraken.", "evidence-school", "team-talk", 1, date(2026, 10, 16))
PARENTS = Goal(
    "Ouders zien wat elke groep maakt.", "evidence-groups", "parents", 0, date(2026, 12, 18), rhythm=4
)
MEDIA_WEEK = Goal("De school houdt twee media-avonden.", "evidence-school", "", 2, date(2027, 3, 19))
GOALS = (TALK, PARENTS, MEDIA_WEEK)


def test_a_school_lives_a_year_of_goals_that_its_board_made(year: Year) -> None:
    who = living.people(year, "Stichting De Waterkant", "De Vlotbrug", "verkruisen")
    september(year, who)
    autumn(year, who)
    winter(year, who)
    kept, text = summer(year, who)
    the_next_year(year, who, kept, text)
    nobody_reads_of_others(year, who)


def september(year: Year, who: People) -> None:
    """The board makes its goals; the team reads its rules and talks; the director writes the plan."""
    officer = year.visit(who.officer)
    for one in GOALS:
        adds(officer, one)
    for one in (who.teacher, who.director):
        confirm(year.visit(one).goto("/rules/confirmed/").page)
    director = year.visit(who.director)
    living.tells_of_the_team_talk(director, 9, "Wij bellen een ouder op voor we iets plaatsen.")
    living.stands(director, "own:1", "met")
    answers = {one.id: f"Antwoord {place}." for place, one in enumerate(year.library.curriculum.profile.all)}
    living.writes_the_profile_plan(
        director, answers | {"message": MESSAGE}, date(2027, 6, 11), who.director.id
    )


def autumn(year: Year, who: People) -> None:
    """Both groups log for parents on a phone, one of them through the director; the rhythm keeps for a while."""
    year.on(date(2026, 10, 28))
    teacher = year.visit(who.teacher, **ON_A_PHONE)
    living.adds_a_channel(teacher, CLASS_PAGE)
    living.logs(teacher, PONTOON, channel=CLASS_PAGE)
    director = year.visit(who.director)
    living.confirms(director, PONTOON)
    living.stands(director, "own:2", "on-track")
    living.notes(director, "own:3", EVENING)
    living.stands(director, "own:3", "on-track")
    page = year.visit(who.officer).goto("/board/goals/2026/goals/own:3").page
    page.fill("#due", "2026-12-04")
    page.locator("form button.primary").click()
    page.wait_for_url("**/board/goals/2026")


def winter(year: Year, who: People) -> None:
    """What is past its date says so in words; what comes after it counts as too late; the rules change on one point."""
    year.on(date(2027, 1, 13))
    director = year.visit(who.director)
    living.stands(director, "own:3", "late")
    expect(director.page.locator("#goal")).to_contain_text("Te laat")
    officer = year.visit(who.officer).goto("/board/").page
    officer.locator(".attention a", has_text="Doel 3 is te laat").click()
    expect(officer.locator("main")).to_contain_text(who.school.name)
    living.notes(director, "own:3", WEEK)
    living.stands(director, "own:3", "met")
    expect(director.goto("/goals/show").page.locator("#show")).to_contain_text(PONTOON)
    page = director.goto("/protocols/").page
    page.locator("form[action$='/new/starting'] button").click()
    page.wait_for_url("**/articles*")
    base = page.url.split("/articles")[0]
    choose(director, base, CHANGED, "ask-first", "teacher")
    publish(page, base)
    teacher = year.visit(who.teacher).goto("/rules/confirmed/").page
    expect(teacher.locator("#compared tbody tr")).to_have_count(1)
    confirm(teacher)


def summer(year: Year, who: People) -> tuple[str, str]:
    """The school looks back, and the board asks more of the next year; gives the evaluation's address and what it says."""
    year.on(date(2027, 6, 14))
    director = year.visit(who.director)
    kept = living.evaluates(director, ("In september.",), "De avonden blijven.", "Ook de kleuters doen mee.")
    officer = year.visit(who.officer)
    page = officer.goto("/board/goals/2027").page
    page.locator("form[action$='/carry'] button").click()
    page.goto("/board/goals/2027/goals/own:3")
    page.fill("#target", "3")
    page.locator("form button.primary").click()
    page.wait_for_url("**/board/goals/2027")
    page.goto("/evaluation/schools")
    expect(page.locator("#evaluations li", has_text=who.school.name)).to_contain_text("14 juni 2027")
    living.names_nobody(page, who, living.name_of(who.teacher))
    return kept


def the_next_year(year: Year, who: People, kept: str, text: str) -> None:
    """The goals are asked anew, one of them more often; last year stands as it stood."""
    year.on(date(2027, 9, 6))
    director = year.visit(who.director)
    living.stands(director, "own:3", "on-track")
    expect(director.page.locator("#goal")).to_contain_text("0 van 3")
    assert director.goto(kept).page.locator("#evaluation").inner_text() == text
    page = year.visit(who.officer).goto("/board/goals/2026").page
    expect(page.locator(".goal", has_text=MEDIA_WEEK.words)).to_contain_text("4 december 2026")
    expect(page.locator(".goal", has_text=MEDIA_WEEK.words)).to_contain_text("2 ")


PAGES = {
    "teacher": (
        "/teacher/", "/learn/", "/learn/development", "/goals/", "/goals/log", "/goals/core-goals", "/rules/protocol",
    ),
    "director": (
        "/director/", "/director/staff", "/director/rules", "/director/gaps", "/director/trend", "/director/annual-report",
        "/goals/", "/goals/own:1", "/goals/show", "/goals/team-talk", "/profile/", "/profile/write", "/evaluation/",
        "/evaluation/draft", "/protocols/", "/rules/confirmed/team", "/rules/protocol",
    ),
    "officer": ("/board/", "/board/trend", "/board/goals/", "/board/goals/2027/new", "/goals/shows", "/evaluation/schools"),
}  # fmt: skip


def nobody_reads_of_others(year: Year, who: People) -> None:
    found = []
    for role, paths in PAGES.items():
        page = year.visit(getattr(who, role)).page
        for path in paths:
            assert page.goto(path).ok, path
            if OTHERS_NAME in page.content().lower():
                found.append(path)
    assert found == []


def adds(officer: Steps, goal: Goal) -> None:
    """Fill in the form of a goal of the board's own."""
    page = officer.goto("/board/goals/2026/new").page
    page.fill("#words", goal.words)
    page.select_option("#measure", goal.measure)
    page.select_option("#purpose", goal.purpose)
    for name, value in (("target", goal.target), ("rhythm", goal.rhythm), ("due", goal.due)):
        page.fill(f"#{name}", str(value))
    page.locator("form button.primary").click()
    expect(page.locator(".goal", has_text=goal.words)).to_be_visible()
